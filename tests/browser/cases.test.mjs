// The work on a case: followed by an agent, judged by an elected member through the link of a mail, corrected by its sender.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { hasFocus } from './support/keyboard.mjs';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(() => world.withAgent('semur', (agent) => agent.describeTownHall()));

// A resident sent a request; the agent has it on the screen.
const withCase = (email, work) => world.withVisitor({}, async (visitor) => {
  const resident = new Resident(await visitor.newPage(), world.platform.semur);
  const sent = await resident.sendDeathRequest(email);
  await world.withAgent('semur', async (agent) => {
    await openCase(agent, sent);
    await work({ agent, resident, sent, visitor });
  });
});

async function openCase(agent, { reference }) {
  await agent.open('/demandes');
  await agent.page.getByRole('row').filter({ hasText: reference }).getByRole('link').click();
  await agent.page.getByRole('heading', { name: 'Et maintenant ?' }).waitFor();
}

const addressIn = (mail, part) => mail.text.match(new RegExp(`http\\S*${part}\\S*`))[0];

test('an agent takes a case, names its day, labels it and leaves a note that the sender never sees', () =>
  withCase('suivi@exemple.fr', async ({ agent, resident, sent }) => {
    const { page } = agent;
    await page.getByLabel('Suivie par', { exact: true }).selectOption({ label: 'Claire Morel' });
    await page.getByLabel('À finir avant le', { exact: true }).fill('2031-03-14');
    await page.getByLabel('Étiquettes', { exact: true }).fill('urgent, archives');
    await agent.press('Enregistrer le suivi');
    await page.getByText('Suivi enregistré.').first().waitFor();
    await page.getByLabel('Nouvelle note', { exact: true }).fill('Registre de 1984 au grenier.');
    await agent.press('Ajouter la note');
    await page.getByText('Note ajoutée.').first().waitFor();
    await inspect(page, 'admin demande-suivie');

    await page.reload();
    await page.getByText('Registre de 1984 au grenier.').waitFor();
    assert.equal(await page.getByLabel('Étiquettes', { exact: true }).inputValue(), 'archives, urgent');
    assert.equal(await page.getByLabel('À finir avant le', { exact: true }).inputValue(), '2031-03-14');
    await resident.track(sent.code, 'suivi@exemple.fr');
    await resident.page.getByText(sent.reference).first().waitFor();
    const seen = await resident.page.locator('body').innerText();
    for (const secret of ['grenier', 'urgent', '14 mars 2031']) assert.ok(!seen.includes(secret), secret);
  }));

test('an elected member judges one case through the link of a mail, without an account', () =>
  withCase('avis@exemple.fr', async ({ agent, sent, visitor }) => {
    const { page } = agent;
    await page.getByRole('heading', { name: 'Avis d’un élu' }).click();
    await page.getByLabel('Nom de la personne').fill('Paul Durand');
    await page.getByLabel('Son adresse électronique').fill('paul.durand@exemple.fr');
    await page.getByLabel('Votre question').fill('Connaissez-vous cette famille ?');
    await agent.press('Demander l’avis');
    await page.getByText('La demande d’avis est partie.').first().waitFor();

    const mail = await world.mail.waitFor({ to: 'paul.durand@exemple.fr', text: sent.reference });
    const member = await visitor.newPage();
    await member.goto(addressIn(mail, 'avis-elu'));
    await member.getByText('Connaissez-vous cette famille ?').waitFor();
    await inspect(member, 'public avis-vide');
    await member.getByRole('button', { name: 'Envoyer mon avis' }).click();
    await hasFocus(member.getByRole('alert'));
    await inspect(member, 'public avis-erreur');
    await member.getByLabel('Défavorable', { exact: true }).check();
    await member.getByLabel('Pourquoi').fill('L’acte est aux archives départementales.');
    await member.getByRole('button', { name: 'Envoyer mon avis' }).click();
    await member.getByRole('status').getByText('Votre avis est enregistré').waitFor();
    await inspect(member, 'public avis-donne');

    await page.reload();
    await page.getByText('L’acte est aux archives départementales.').waitFor();
    await page.getByText('Défavorable').first().waitFor();
  }));

test('the sender corrects what was asked and nothing else, and the agent sees both', () =>
  withCase('correction@exemple.fr', async ({ agent, resident, sent }) => {
    const { page } = agent;
    await agent.press('Commencer l’étude');
    await page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await agent.press('Demander un complément');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motif').fill('La date du décès n’est pas celle du registre.');
    await dialog.getByLabel('Date du décès', { exact: true }).check();
    await inspect(page, 'admin demande-correction');
    await dialog.getByRole('button', { name: 'Confirmer' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const home = resident.page;
    await resident.track(sent.code, 'correction@exemple.fr');
    await home.getByRole('link', { name: 'Corriger ma demande' }).click();
    await resident.at('Corriger votre demande');
    await home.getByText('La date du décès n’est pas celle du registre.').waitFor();
    assert.equal(await home.getByLabel('Nom de naissance').count(), 0, 'only what was asked');
    await inspect(home, 'public correction-demandee');
    await resident.type({ 'Date du décès': '' });
    await resident.next('Envoyer les corrections');
    await hasFocus(home.getByRole('alert'));
    await inspect(home, 'public correction-erreur');
    await resident.type({ 'Date du décès': '28/03/1984' });
    await resident.next('Envoyer les corrections');
    await home.getByRole('status').waitFor();

    await openCase(agent, sent);
    await page.getByText('28 mars 1984').first().waitFor();
    await page.getByText(/Avant\s: 27/).waitFor();
  }));
