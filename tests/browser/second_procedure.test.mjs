// A second procedure, made of data alone, goes the same way: consent, several choices, a phone number, conditions on lists.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const slug = 'operation-tranquillite-vacances';
const inDays = (days) => new Intl.DateTimeFormat('fr-FR').format(Date.now() + days * 86_400_000);

async function fill(resident, email) {
  await resident.start(slug);
  await resident.type({ 'Date de départ': inDays(10), 'Date de retour': inDays(20) });
  await resident.choose('Oui');
  await resident.next();
  await resident.type({ 'Numéro et rue': '3 rue du Lavoir', 'Code postal': '72120', Commune: 'Écorpain' });
  await resident.choose('Une maison');
  await resident.choose('Un véhicule reste stationné');
  await resident.choose('Non');
  await resident.next();
  await resident.at('Précisions sur le logement');
  assert.equal(await resident.page.getByLabel('Qui passera, et quand ?').count(), 0);
  await resident.type({ 'Véhicule qui reste stationné': 'Renault bleue' });
  await resident.next();
  await resident.type({
    'Votre prénom': 'Noé', 'Votre nom': 'Garnier', 'Votre adresse électronique': email,
    'Téléphone où vous joindre pendant votre absence': '06 12 34 56 78',
  });
  await resident.next();
  await resident.type({ 'Prénom et nom de cette personne': 'Lucie Garnier', 'Téléphone de cette personne': '02 43 00 00 01' });
  await resident.choose('Oui');
  await resident.next();
}

test('it is filled, sent, and read by the town hall', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const resident = new Resident(await visitor.newPage(), world.platform.ecorpain);
  await fill(resident, 'vacances@exemple.fr');
  await resident.at('Transmission de votre demande');
  await resident.page.getByRole('checkbox').check();
  await resident.next();
  await resident.at('Vérifiez vos réponses');
  const { reference } = await resident.send();
  await world.mail.waitFor({ to: 'vacances@exemple.fr', text: reference });
  await world.withAgent('ecorpain', async (agent) => {
    await agent.openCase('Noé Garnier');
    await agent.page.getByText('Renault bleue').waitFor();
  });
}));

test('it does not go on without consent', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const resident = new Resident(await visitor.newPage(), world.platform.ecorpain);
  await fill(resident, 'sans-accord@exemple.fr');
  await resident.next();
  await resident.page.getByRole('alert').waitFor();
  await resident.open(`/demarches/${slug}/verification`);
  await resident.page.getByRole('link', { name: /Transmission/ }).first().waitFor();
}));
