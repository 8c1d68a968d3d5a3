// What residents come for, with the keyboard alone and without JavaScript: to find, to know when, to say that a page did not help.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const tomorrow = new Date(Date.now() + 864e5).toISOString().slice(0, 10);
const world = useWorld(() => world.withAgent('semur', async (agent) => {
  const { id } = await agent.call('POST', '/contents', {
    kind: 'event', title: 'Bal des pompiers', summary: 'Repas et musique.', body_markdown: 'Venez nombreux.', blocks: [],
    details: { starts: `${tomorrow}T19:00`, place: 'Salle des fêtes' },
  });
  await agent.call('POST', `/contents/${id}/publish`, { revision: 1 });
}));

const withKeyboard = (path, work) => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(world.platform.semur.url + path);
  await work(page, new Keyboard(page));
});

test('a word typed on the first page finds an event, though it is misspelt', () => withKeyboard('/', async (page, keyboard) => {
  await keyboard.reach(page.getByRole('search').getByRole('searchbox'));
  await page.keyboard.type('ponpiers');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await keyboard.press('link', 'Bal des pompiers', page.getByRole('main'));
  await page.getByRole('heading', { level: 1, name: 'Bal des pompiers' }).waitFor();
  await page.getByText('Venez nombreux.').waitFor();
}));

test('a search that finds nothing says what to try, and keeps the words', () => withKeyboard('/recherche', async (page, keyboard) => {
  await keyboard.write({ 'Que cherchez-vous\u00a0?': 'zzyzzx' });
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await page.getByLabel('Que cherchez-vous\u00a0?').inputValue(), 'zzyzzx');
  assert.ok(await page.getByRole('main').getByRole('link').count() > 0, 'a way on');
}));

test('an event of the agenda goes into one’s own calendar', () => withKeyboard('/agenda', async (page, keyboard) => {
  await keyboard.press('link', 'Bal des pompiers', page.getByRole('main'));
  const entry = page.getByRole('link', { name: 'Ajouter à mon calendrier' });
  await keyboard.reach(entry);
  const [given] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(given.suggestedFilename(), /\.ics$/);
  assert.match(await readFile(await given.path(), 'utf8'), /SUMMARY:Bal des pompiers/);
}));

test('a reader says that a page did not help, and why, and the town hall sees it', () => withKeyboard('/vivre-ici/numeros-d-urgence', async (page, keyboard) => {
  await keyboard.press('button', 'Non');
  await keyboard.reach(page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await keyboard.reach(page.getByRole('textbox').last());
  await page.keyboard.type('Il manque le numéro du vétérinaire.');
  await keyboard.reach(page.getByRole('main').getByRole('button').last());
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await world.withAgent('semur', async (agent) => {
    await agent.open('/lecteurs');
    await agent.page.getByText('Il manque le numéro du vétérinaire.').waitFor();
  });
}));
