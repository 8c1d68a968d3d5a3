// A new commune: its first login leads to nine questions; what was answered is on its site at once, what was left waits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from './support/agent.mjs';
import { draw, landscape, shield } from './support/drawings.mjs';
import { inspect } from './support/inspect.mjs';
import { hasFocus, Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(undefined, { firstSteps: 'ahead' });

const withNewAgent = (commune, work, options = {}) => world.withVisitor(options, async (visitor) => {
  const agent = new Agent(await visitor.newPage(), world.platform[commune]);
  await agent.login();
  await work(agent, agent.page);
});

async function bring(page, file, alt) {
  await page.getByRole('button', { name: 'Choisir', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByLabel('Que montre l’image ?').fill(alt);
  await dialog.getByRole('button', { name: `Ajouter ${file.name}`, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a secretary answers by keyboard, is refused with a proposal, skips, and sees her site', () => withNewAgent('semur', async (agent, page) => {
  const keyboard = new Keyboard(page);
  const on = (question) => agent.at(question);
  const press = async (role, name) => {
    await keyboard.reach(page.getByRole(role, { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  await page.waitForURL(/\/premiers-pas$/);
  await on('Bonjour Claire');
  await page.getByText('Sarthe').waitFor();
  await inspect(page, 'admin premiers-pas-debut');
  await press('link', 'Commencer');

  await on('Comment joindre la mairie ?');
  await hasFocus(page.locator('h1'));
  assert.equal(await page.getByLabel('Code postal').inputValue(), '72390');
  await keyboard.write({ Adresse: '1 place de la Mairie', Téléphone: '02 43 00 00 00', Courriel: 'mairie' });
  await press('button', 'Enregistrer et continuer');
  await page.getByText('Rien n’est enregistré').waitFor();
  assert.equal(await page.getByLabel('Adresse', { exact: true }).inputValue(), '1 place de la Mairie');
  await inspect(page, 'admin premiers-pas-erreur');
  await page.getByLabel('Courriel').fill('mairie@exemple.fr');
  await press('button', 'Enregistrer et continuer');

  await on('Quand la mairie est-elle ouverte ?');
  await press('button', 'Ajouter un créneau le mardi');
  await inspect(page, 'admin premiers-pas-horaires');
  await press('button', 'Enregistrer et continuer');

  await on('Qui est le maire ?');
  await keyboard.write({ Maire: 'Jeanne Roussel' });
  await press('button', 'Enregistrer et continuer');

  await on('Quelle phrase accueille les habitants ?');
  await keyboard.write({ 'Phrase d’accueil': 'Un village du Perche sarthois, entre bocage et forêt.' });
  await press('button', 'Enregistrer et continuer');

  await on('Quelle est la couleur de la commune ?');
  await page.getByLabel('Utiliser la couleur de la commune', { exact: true }).check();
  await page.getByLabel('Couleur de la commune', { exact: true }).fill('#ffd700');
  await press('button', 'Enregistrer et continuer');
  await page.getByText('trop claire pour être lue').waitFor();
  await inspect(page, 'admin premiers-pas-couleur');
  await page.getByRole('button', { name: /^Prendre #/ }).click();
  await press('button', 'Enregistrer et continuer');

  await on('Avez-vous un logo ou un blason ?');
  await bring(page, await draw(world.browser, shield), 'Blason');
  await inspect(page, 'admin premiers-pas-logo');
  await press('button', 'Enregistrer et continuer');

  await on('Une belle photo de la commune ?');
  await bring(page, await draw(world.browser, landscape), 'Le village et son clocher, vus du coteau');
  await press('button', 'Enregistrer et continuer');

  await on('Qui est le délégué à la protection des données ?');
  await press('button', 'Passer cette question');
  await on('Peut-on reprendre vos textes ?');
  await inspect(page, 'admin premiers-pas-licence');
  await page.getByLabel('Réutilisation de vos textes').selectOption('ouverte');
  await press('button', 'Enregistrer et continuer');

  await on('Votre site est en ligne');
  await page.getByRole('link', { name: 'Indiquer le délégué à la protection des données' }).waitFor();
  await inspect(page, 'admin premiers-pas-fin');
}));

test('the site speaks of the commune at once', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(world.platform.semur.url);
  await page.getByText('entre bocage et forêt').waitFor();
  await page.getByRole('img', { name: 'Le village et son clocher, vus du coteau' }).waitFor();
  await page.getByText('1 place de la Mairie').first().waitFor();
  assert.equal(await page.getByText('à confirmer').count(), 0);
  const shifts = await page.locator('.hero-picture img').evaluate((img) => img.width > 0 && img.getAttribute('width') !== null && img.getAttribute('height') !== null);
  assert.ok(shifts);
  await page.goto(`${world.platform.semur.url}/annuaire/elus`);
  await page.getByText('Jeanne Roussel').first().waitFor();
  await page.goto(`${world.platform.semur.url}/mentions-legales`);
  await page.getByText('Jeanne Roussel').waitFor();
}));

test('whoever stops comes back to the first screen, and takes up the question that was left', () => withNewAgent('ecorpain', async (agent, page) => {
  await page.waitForURL(/\/premiers-pas$/);
  await page.getByRole('link', { name: 'Commencer' }).click();
  await page.getByRole('button', { name: 'Passer cette question' }).click();
  await agent.at('Quand la mairie est-elle ouverte ?');
  await page.getByRole('button', { name: 'Passer cette question' }).click();
  await agent.at('Qui est le maire ?');
  await page.goBack();
  await agent.at('Quand la mairie est-elle ouverte ?');
  await agent.go('Accueil');
  await page.getByRole('link', { name: /Finir les premiers pas/ }).click();
  await page.getByRole('link', { name: 'Reprendre à la question 3' }).click();
  await agent.at('Qui est le maire ?');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await agent.login();
  await agent.at('Bonjour Claire');
  await page.waitForURL(/\/admin\/?$/);
}));

test('the home page with a photo is accessible at every width', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(world.platform.semur.url);
  await inspect(page, 'public accueil-photo');
}));

const screens = { mentions: ['/mairie/mentions', 'Mentions et données personnelles'], apparence: ['/mairie/apparence', 'Apparence'] };
for (const [name, [path, title]] of Object.entries(screens)) {
  test(`${path} is accessible at every width`, () => withNewAgent('semur', async (agent, page) => {
    await agent.at('Bonjour Claire');
    await agent.open(path);
    await agent.at(title);
    await inspect(page, `admin mairie-${name}`);
  }));
}
