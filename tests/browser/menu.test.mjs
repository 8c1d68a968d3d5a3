// The menu and the sections, changed by an agent with the keyboard alone: residents see them once they are saved, never before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { hasFocus, Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();

const withMenu = (commune, work) => world.withAgent(commune, async (agent) => {
  await agent.open('/menu');
  await agent.at('Menu et rubriques');
  await agent.page.getByRole('list', { name: 'Entrées du menu' }).waitFor();
  await work(agent, agent.page);
});

// The words of the menu that a resident of the commune sees.
async function menuOf(commune) {
  const words = [];
  await world.withVisitor({ javaScript: 'off' }, async (visitor) => {
    const page = await visitor.newPage();
    await page.goto(world.platform[commune].url);
    words.push(...await page.locator('#menu li').allInnerTexts());
  });
  return words.map((word) => word.trim());
}

async function press(page, name) {
  await new Keyboard(page, 300).reach(page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('entries are moved, renamed, removed and put back by keyboard', () => withMenu('semur', async (agent, page) => {
  const before = await menuOf('semur');
  assert.deepEqual(before.slice(0, 2), ['Accueil', 'La mairie']);
  await inspect(page, 'admin menu');

  const last = before.at(-1);
  await press(page, `Monter «\u00a0${last}\u00a0»`);
  await hasFocus(page.getByRole('button', { name: `Monter «\u00a0${last}\u00a0»` }), 'the arrow goes along with its entry');
  await press(page, `Retirer «\u00a0${before[1]}\u00a0» du menu`);
  await hasFocus(page.getByRole('button', { name: 'Défaire', exact: true }));
  await page.keyboard.press('Enter');
  const name = page.getByLabel('Nom de l’entrée 2', { exact: true });
  await name.fill('La commune');
  const frame = page.frameLocator('iframe[title="Aperçu du menu sur le site"]');
  await frame.locator('#menu').getByText('La commune', { exact: true }).waitFor();
  assert.deepEqual(await menuOf('semur'), before, 'nothing is online before it is saved');

  await press(page, 'Enregistrer le menu');
  await page.getByText('Le menu est en ligne.').first().waitFor();
  assert.deepEqual(await menuOf('semur'), [before[0], 'La commune', ...before.slice(2, -2), last, before.at(-2)]);
  assert.ok(!(await menuOf('ecorpain')).includes('La commune'), 'another commune keeps its own');
}));

test('what was changed and not saved is found again, and can be dropped', () => withMenu('ecorpain', async (agent, page) => {
  const name = page.getByLabel('Nom de l’entrée 2', { exact: true });
  await name.fill('Ma commune');
  await page.reload();
  await page.getByText('Nous avons retrouvé vos changements').waitFor();
  assert.equal(await name.inputValue(), 'Ma commune');
  await press(page, 'Abandonner les changements');
  assert.equal(await name.inputValue(), 'La mairie');
}));

test('an address that leads nowhere is refused at its place, and what was typed stays', () => withMenu('ecorpain', async (agent, page) => {
  await page.getByLabel('Où mène-t-elle ?').selectOption({ label: 'Une autre adresse…' });
  await page.getByLabel('Adresse', { exact: true }).fill('javascript:alert(1)');
  await page.getByRole('group', { name: 'Ajouter une entrée' }).getByLabel('Nom', { exact: true }).fill('Médiathèque');
  await press(page, 'Ajouter au menu');
  await press(page, 'Enregistrer le menu');
  await page.locator('.mantine-InputWrapper-error, .field-error').first().waitFor();
  await inspect(page, 'admin menu-erreur');
  const address = page.getByRole('list', { name: 'Entrées du menu' }).getByLabel('Adresse', { exact: true });
  assert.equal(await address.inputValue(), 'javascript:alert(1)');
  assert.ok(!(await menuOf('ecorpain')).includes('Médiathèque'));
  await address.fill('https://mediatheque.exemple.fr');
  await press(page, 'Enregistrer le menu');
  await page.getByText('Le menu est en ligne.').first().waitFor();
  assert.ok((await menuOf('ecorpain')).some((word) => word.startsWith('Médiathèque')));
}));

test('a section is made, filled with a page, put in the menu, and cannot be deleted while it holds one', () => withMenu('semur', async (agent, page) => {
  const { id } = await agent.call('POST', '/contents', {
    kind: 'page', section: 'vivre-ici', title: 'Le camping', summary: '', body_markdown: 'Ouvert de mai à septembre.' });
  await agent.call('POST', `/contents/${id}/publish`, { revision: 1 });
  await page.reload();
  await press(page, 'Créer une rubrique');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom de la rubrique').fill('Tourisme');
  await inspect(page, 'admin menu-rubrique');
  await dialog.getByRole('button', { name: 'Créer', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByLabel('Rubrique de «\u00a0Le camping\u00a0»').selectOption({ label: 'Tourisme' });
  await page.getByText('est maintenant dans «\u00a0Tourisme\u00a0»').first().waitFor();
  await page.getByLabel('Où mène-t-elle ?').selectOption({ label: 'Tourisme' });
  await press(page, 'Ajouter au menu');
  await press(page, 'Enregistrer le menu');
  await page.getByText('Le menu est en ligne.').first().waitFor();
  await world.withVisitor({ javaScript: 'off' }, async (visitor) => {
    const site = await visitor.newPage();
    await site.goto(world.platform.semur.url);
    await site.locator('#menu').getByRole('link', { name: 'Tourisme' }).click();
    await site.locator('main').getByRole('link', { name: 'Le camping' }).click();
    await site.getByText('Ouvert de mai à septembre.').waitFor();
  });
}));
