// The sheets of Service-Public as residents meet them, JavaScript off: accessible, within the width, by keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { importSheets, sheet, vocabulary } from './support/sheets.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(() => {
  const sheets = { F900: vocabulary, N90: sheet('N90', 'Essais', 'Theme', '<SousTheme ID="N91"><Titre>Partie</Titre><Dossier ID="N92">Dossier</Dossier></SousTheme>') };
  for (let number = 1; number <= 12; number += 1) sheets[`F${1000 + number}`] = sheet(`F${1000 + number}`, `Essai ${number}`, 'Fiche', '<Texte><Paragraphe>Texte.</Paragraphe></Texte>');
  importSheets(world.platform, sheets);
  delete sheets.F1012;
  importSheets(world.platform, sheets);
});

const withPage = (work) => world.withVisitor({ javaScript: 'off' }, async (visitor) => work(await visitor.newPage()));
const withScripts = (work) => world.withVisitor({}, async (visitor) => work(await visitor.newPage()));

for (const [name, path, status] of [['themes', '/fiches', 200], ['theme', '/fiches/N90', 200], ['fiche', '/fiches/F900', 200],
  ['retiree', '/fiches/F1012', 410], ['absente', '/fiches/F4', 404], ['aucune', '/fiches/associations', 200]]) {
  test(`${path} is accessible`, () => withScripts(async (page) => {
    const answer = await page.goto(world.platform.semur.url + path);
    assert.equal(answer.status(), status);
    await inspect(page, `public sheets ${name}`);
  }));
}

test('a sheet with every case open is accessible', () => withScripts(async (page) => {
  await page.goto(`${world.platform.semur.url}/fiches/F900`);
  for (const summary of await page.locator('summary').all()) await summary.click();
  await inspect(page, 'public sheets ouverte');
}));

test('without JavaScript, a resident goes from the procedures to a sheet and opens a case with the keyboard', () => withPage(async (page) => {
  await page.goto(`${world.platform.semur.url}/demarches`);
  await page.getByRole('link', { name: 'Toutes les démarches de Service-Public' }).click();
  await page.getByRole('link', { name: 'Essais' }).click();
  await page.goto(`${world.platform.semur.url}/fiches/F900`);
  await page.getByText('Faites A.').waitFor({ state: 'hidden' });
  await page.getByText('Cas A', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Faites A.').waitFor();
  await page.getByRole('link', { name: 'bail', exact: true }).click();
  assert.match(page.url(), /#mot-R10$/);
  await page.getByRole('link', { name: /Revenir au texte.*Bail/ }).click();
  assert.match(page.url(), /#ici-R10$/);
}));
