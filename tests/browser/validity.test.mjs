// Every page that the map of a site leads to, its errors and its forms are valid HTML.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { test } from 'node:test';
import { copySlug } from './support/resident.mjs';
import { invalidities } from './support/validity.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();

const beyondTheMap = ['/', '/plan-du-site', '/nulle-part', '/suivi', '/actualites?page=2', `/demarches/${copySlug}`];

async function read(site, path, pages) {
  const { host, port } = new URL(site.url);
  const answer = await new Promise((resolve, reject) => get({ host: '127.0.0.1', port, path, headers: { host } }, resolve).on('error', reject));
  const parts = [];
  for await (const part of answer) parts.push(part);
  pages.set(path, Buffer.concat(parts).toString());
}

test('every page of a new site is valid HTML', async () => {
  const pages = new Map();
  const site = world.platform.ecorpain;
  for (const path of beyondTheMap) await read(site, path, pages);
  const main = /<main[\s\S]*<\/main>/.exec(pages.get('/plan-du-site'))[0];
  const links = [...main.matchAll(/href="(\/[^"#]*)"/g)].map(([, path]) => path.replaceAll('&amp;', '&'));
  assert.ok(links.length >= 20, `${links.length} links on the map`);
  for (const path of links) await read(site, path, pages);
  assert.deepEqual(invalidities(pages), []);
});

test('the steps of a form, empty and with errors, are valid HTML', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  const pages = new Map();
  await page.goto(`${world.platform.semur.url}/demarches/${copySlug}/etapes/acte`);
  pages.set('first step', await page.evaluate(() => document.documentElement.outerHTML));
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('alert').waitFor();
  pages.set('first step with errors', await page.evaluate(() => document.documentElement.outerHTML));
  for (const [name, html] of pages) pages.set(name, `<!doctype html>${html}`);
  assert.deepEqual(invalidities(pages), []);
}));

test('the checker sees what is wrong', () => {
  assert.notDeepEqual(invalidities(new Map([['/', '<!doctype html><html lang="fr"><title>x</title><p id="a"><p id="a">']])), []);
});
