// The sheets of Service-Public as residents meet them, JavaScript off: accessible, within the width, by keyboard.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { useWorld } from './support/world.mjs';

const here = fileURLToPath(import.meta.url);
const vocabulary = readFileSync(resolve(here, '../../fixtures/sheets/vocabulary.xml'), 'utf8');
const sheet = (id, title, type, body) => `<Publication xmlns:dc="d" ID="${id}" type="${type}"><dc:title>${title}</dc:title><dc:date>modified 2026-05-04</dc:date>`
  + `<FilDAriane><Niveau ID="Particuliers"/><Niveau ID="N90">Essais</Niveau></FilDAriane>${body}</Publication>`;

const source = mkdtempSync(join(tmpdir(), 'clocher sheets '));
const world = useWorld(() => {
  mkdirSync(source, { recursive: true });
  const files = { F900: vocabulary, N90: sheet('N90', 'Essais', 'Theme', '<SousTheme ID="N91"><Titre>Partie</Titre><Dossier ID="N92">Dossier</Dossier></SousTheme>') };
  for (let number = 1; number <= 12; number += 1) files[`F${1000 + number}`] = sheet(`F${1000 + number}`, `Essai ${number}`, 'Fiche', '<Texte><Paragraphe>Texte.</Paragraphe></Texte>');
  for (const [id, xml] of Object.entries(files)) writeFileSync(join(source, `${id}.xml`), xml);
  world.platform.command('sheets', 'import', '--from', source);
  rmSync(join(source, 'F1012.xml'));
  world.platform.command('sheets', 'import', '--from', source);
  rmSync(source, { recursive: true });
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
