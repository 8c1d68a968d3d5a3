// Blocks by keyboard, a planned publication, an older version, the bin; an alert from a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();

const withAgent = (work) => world.withAgent('semur', async (agent, visitor) => work(agent, await visitor.newPage()));
const read = async (reader, path) => {
  const answer = await reader.goto(world.platform.semur.url + path);
  return { status: answer.status(), text: await reader.locator('body').innerText() };
};
const saved = (agent) => agent.page.getByText(/^Enregistré à/).first().waitFor();

test('an alert is on every page after at most four taps from the first screen of a phone', () => withAgent(async (agent, reader) => {
  const { page } = agent;
  await page.setViewportSize({ width: 320, height: 640 });
  let taps = 0;
  const tap = async (target) => { taps += 1; await target.click(); };
  await tap(page.getByRole('link', { name: /^Publier une alerte/ }));
  await agent.at('Publier une alerte');
  await tap(page.getByRole('button', { name: 'Coupure d’eau', exact: true }));
  await tap(page.getByRole('radio', { name: 'Demain soir' }));
  await tap(page.getByRole('button', { name: 'Publier l’alerte' }));
  await page.getByRole('heading', { name: 'L’alerte est en ligne' }).waitFor();
  assert.ok(taps <= 4, `${taps} taps`);
  for (const path of ['/', '/vivre-ici']) assert.match((await read(reader, path)).text, /Coupure d’eau en cours/);
  await inspect(page, 'admin alerte-en-ligne');
  await agent.press('Annuler l’alerte');
  await page.getByLabel('Votre message').waitFor();
  assert.doesNotMatch((await read(reader, '/')).text, /Coupure d’eau en cours/);
  await inspect(page, 'admin alerte');
}));

test('a page with blocks is written by keyboard alone, planned, and published', () => withAgent(async (agent, reader) => {
  const { page } = agent;
  await agent.open('/contenus/nouveau?type=page');
  await page.getByLabel('Titre').fill('Le four à pain');
  await page.keyboard.press('Enter');
  await agent.text().waitFor();
  const add = async (type) => {
    await page.locator('summary', { hasText: 'Ajouter un bloc' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${type}`) }).press('Enter');
  };
  await add('Bouton');
  await page.getByLabel('Mots du bouton').focus();
  await page.keyboard.type('Demander la clé du four');
  await page.keyboard.press('Tab');
  await page.keyboard.type('/demarches');
  await add('Volets');
  await page.getByLabel('Question ou titre').focus();
  await page.keyboard.type('Qui peut s’en servir ?');
  await agent.text('Texte du volet 1').focus();
  await page.keyboard.type('Tous les habitants.');
  await page.getByRole('button', { name: 'Monter le bloc 2 (Volets)' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { name: 'Bloc 1 : Volets' }).waitFor();
  await saved(agent);
  await inspect(page, 'admin blocs');

  const plan = async (moment) => {
    await page.getByRole('button', { name: 'Publier', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Plus tard').press('Space');
    await dialog.getByLabel('Date et heure de publication').fill(moment);
    await dialog.getByRole('button', { name: 'Prévoir la publication' }).press('Enter');
  };
  await plan('2090-01-01T08:00');
  await page.getByText('Ce texte sera publié le 1er janvier 2090').waitFor();
  assert.equal((await read(reader, '/vivre-ici/le-four-a-pain')).status, 404);
  await inspect(page, 'admin prevu');
  await page.getByRole('button', { name: 'Renoncer à cette publication' }).press('Enter');
  await page.getByText('Ce texte sera publié').waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Publier', exact: true }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }).press('Enter');
  await page.getByText('C’est en ligne.').first().waitFor();
  const shown = await read(reader, '/vivre-ici/le-four-a-pain');
  assert.ok(shown.text.indexOf('Qui peut s’en servir') < shown.text.indexOf('Demander la clé du four'));
}));

test('an older version is compared and brought back; the bin gives a text back', () => withAgent(async (agent) => {
  const { page } = agent;
  await agent.open('/contenus/nouveau?type=news');
  await page.getByLabel('Titre').fill('Loto des écoles');
  await agent.press('Commencer à écrire');
  await agent.write('Rendez-vous samedi.');
  await saved(agent);
  // What was published stays a version of its own; what one types within ten minutes is one version.
  await agent.press('Publier');
  await page.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }).click();
  await page.getByText('C’est en ligne.').first().waitFor();
  await agent.write('Rendez-vous dimanche.');
  await page.getByText('Modifications en cours…').first().waitFor();
  await saved(agent);
  await page.getByText('Versions enregistrées').click();
  await page.getByRole('button', { name: /^Voir ce qui change dans la version 3/ }).click();
  await page.locator('ins', { hasText: 'dimanche' }).waitFor();
  await inspect(page, 'admin versions');
  await page.getByRole('button', { name: 'Revenir à cette version (version 2)' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revenir à cette version' }).click();
  await agent.text().getByText('Rendez-vous samedi.').waitFor();

  await agent.press('Supprimer');
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('link', { name: 'Corbeille' }).click();
  await page.getByRole('button', { name: /Sortir de la corbeille.*Loto/ }).waitFor();
  await inspect(page, 'admin corbeille');
  await page.getByRole('button', { name: /Sortir de la corbeille.*Loto/ }).click();
  await page.getByText('La corbeille est vide').or(page.getByText('est de nouveau dans la liste')).first().waitFor();
  await agent.go('Pages et actualités');
  await page.getByRole('link', { name: 'Loto des écoles' }).waitFor();
}));

test('an event says when and how often, for a screen of any width', () => withAgent(async (agent) => {
  const { page } = agent;
  await agent.open('/contenus/nouveau?type=event');
  await page.getByLabel('Titre').fill('Marché');
  await page.getByLabel('Quand ?').fill('2090-01-03T18:00');
  await agent.press('Commencer à écrire');
  await page.getByLabel('Cet évènement se répète').selectOption('Chaque semaine');
  await page.getByText(/tous les mardis/).first().waitFor();
  await saved(agent);
  await inspect(page, 'admin evenement');
}));
