// The directories: a resident without JavaScript nor mouse, an agent who imports a file with errors, mends it and takes it back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const week = [{ day: 2, intervals: [{ from: '09:00', to: '12:00' }] }];
const record = (kind, name, other = {}) => ({
  kind, name, category: '', description: '', address: '', postcode: '', city: '', latitude: null, longitude: null, phone: '', phone_2: '', email: '',
  website: '', hours: null, image_id: null, image_alt: '', details: {}, pivots: [], is_visible: true, contact_consent: false, ...other,
});
const club = record('associations', 'Club de boules de Semur-en-Vallon et des communes voisines', {
  category: 'Sport', description: '## Quand ?\n\nLe **jeudi**.', address: '3 rue des Lilas', postcode: '72390', city: 'Semur-en-Vallon',
  phone: '0243000000', email: 'boules@exemple.fr', website: 'https://www.boules.example/une/adresse/assez/longue', hours: week,
  details: { rna: 'W722001234', contact_person: 'Jeanne Martin' }, contact_consent: true,
});

const world = useWorld(() => world.withAgent('semur', async (agent) => {
  await agent.describeTownHall();
  await agent.call('POST', '/directory', club);
  for (let number = 1; number <= 22; number += 1) await agent.call('POST', '/directory', record('associations', `Amicale ${number}`, { category: 'Loisirs' }));
  await agent.call('POST', '/directory', record('lieux', 'Salle des fêtes', { details: { capacity: '120', equipment: 'Cuisine\nScène' } }));
}));

test('a resident finds an association with the keyboard alone, and proposes a correction', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  const keyboard = new Keyboard(page);
  await page.goto(world.platform.semur.url);
  await keyboard.press('link', 'Annuaire');
  await keyboard.press('link', 'Associations');
  await keyboard.press('link', 'Sport (1)');
  assert.equal(await page.getByRole('heading', { level: 3 }).count(), 1);
  await keyboard.press('link', club.name);
  await page.getByText('Jeanne Martin').waitFor();
  await keyboard.press('link', 'Proposer une correction');
  await keyboard.press('link', 'Commencer');
  assert.equal(await page.getByLabel('Nom de la fiche ou de la page').inputValue(), club.name);
  await page.getByLabel('Qu’est-ce qui doit changer').fill('Le numéro a changé.');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Votre prénom et votre nom').fill('Luc Roy');
  await page.getByLabel('Votre adresse électronique').fill('luc@exemple.fr');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.ok((await page.content()).includes('Le numéro a changé.'));
}));

test('a contact can be taken along, a list too', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(`${world.platform.semur.url}/annuaire/associations`);
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Télécharger la liste' }).click()]);
  assert.equal(table.suggestedFilename(), 'associations.csv');
  await page.getByRole('link', { name: club.name }).click();
  const [card] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Enregistrer dans mes contacts' }).click()]);
  assert.ok(card.suggestedFilename().endsWith('.vcf'));
}));

const pages = {
  annuaire: '/annuaire', associations: '/annuaire/associations', filtre: '/annuaire/associations?categorie=Loisirs&lettre=Z', elus: '/annuaire/elus',
  lieu: '/annuaire/lieux/salle-des-fetes', mairie: '/annuaire/services/mairie', vide: '/annuaire/sante',
  fiche: '/annuaire/associations/club-de-boules-de-semur-en-vallon-et-des-communes-voisines',
};
for (const [name, path] of Object.entries(pages)) {
  test(`${path} is accessible at every width`, () => world.withVisitor({}, async (visitor) => {
    const page = await visitor.newPage();
    assert.equal((await page.goto(world.platform.semur.url + path)).status(), 200);
    await inspect(page, `public annuaire-${name}`);
  }));
}

const csv = (text) => ({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });

test('an agent imports a file with errors, mends it, then takes it back', () => world.withAgent('ecorpain', async (agent) => {
  const { page } = agent;
  await agent.go('Annuaire');
  await agent.at('Annuaire');
  await page.getByRole('button', { name: 'Associations' }).click();
  await page.getByText('Aucune fiche', { exact: true }).waitFor();
  await inspect(page, 'admin annuaire-vide');
  await page.getByRole('link', { name: 'Importer un fichier' }).click();
  await page.getByLabel('Fichier CSV').setInputFiles(csv('Nom;Tél;Thème;Couleur\nComité des fêtes;12;Fêtes;bleu\nÉcho du bocage;0243000001;Musique;vert\n'));
  await page.getByText('1 ligne est à corriger').waitFor();
  await page.getByRole('list', { name: 'Ce qui est à corriger' }).getByText('Ligne 2, colonne Tél').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Importer', exact: true }).count(), 0);
  await inspect(page, 'admin annuaire-import-erreurs');
  await page.getByLabel('Fichier CSV').setInputFiles(csv('Nom;Tél;Thème;Couleur\nComité des fêtes;0243000002;Fêtes;bleu\nÉcho du bocage;0243000001;Musique;vert\n'));
  await page.getByText('Le fichier est bon').waitFor();
  await inspect(page, 'admin annuaire-import');
  await agent.press('Importer');
  await page.getByText('Import terminé').waitFor();
  await page.goto(`${world.platform.ecorpain.url}/annuaire/associations`);
  await page.getByRole('link', { name: 'Écho du bocage' }).waitFor();
  await agent.open('/annuaire/import?type=associations');
  await page.getByRole('button', { name: 'Annuler l’import de liste.csv' }).click();
  await page.getByText('2 fiches retirées').first().waitFor();
  await page.goto(`${world.platform.ecorpain.url}/annuaire/associations`);
  await page.getByText('La mairie prépare cette liste').waitFor();
}));

test('an agent changes a record on every width', () => world.withAgent('semur', async (agent) => {
  const { page } = agent;
  await agent.open('/annuaire?type=associations');
  await page.getByRole('link', { name: club.name }).waitFor();
  await inspect(page, 'admin annuaire');
  await page.getByRole('link', { name: club.name }).click();
  await page.getByLabel('Téléphone', { exact: true }).fill('12');
  await agent.press('Enregistrer');
  await page.getByText('Indiquez un numéro de téléphone complet.').waitFor();
  await inspect(page, 'admin annuaire-fiche');
  await page.getByLabel('Téléphone', { exact: true }).fill('02 43 00 00 99');
  await agent.press('Enregistrer');
  await page.getByText('C’est enregistré.').first().waitFor();
}));
