// What a page costs on a rural line: bytes and requests of a first visit, nothing from elsewhere, no script to residents but the one that keeps a form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from './support/agent.mjs';
import { copySlug } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const kilobyte = 1024;
const paths = ['/', '/la-mairie', '/la-mairie/horaires-et-contact', '/vivre-ici', '/actualites', '/demarches', `/demarches/${copySlug}`,
  `/demarches/${copySlug}/etapes/acte`, '/suivi', '/plan-du-site', '/mentions-legales', '/accessibilite', '/donnees-personnelles'];

// {requests, bytes, scripts} over the network of what `visit` loads in a browser that has seen nothing yet.
async function weigh(visitor, visit) {
  const page = await visitor.newPage();
  const finished = [];
  page.on('requestfinished', (request) => finished.push(request));
  await visit(page);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(finished.map((request) => request.sizes()));
  return {
    requests: finished.length,
    bytes: sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0),
    scripts: finished.filter((request) => request.resourceType() === 'script').length,
  };
}

for (const path of paths) {
  test(`${path} costs at most 60 KB and 8 requests, and no script but that of a form`, () => world.withVisitor({}, async (visitor) => {
    const cost = await weigh(visitor, (page) => page.goto(world.platform.semur.url + path));
    assert.ok(cost.requests >= 2, 'the page and its style');
    assert.ok(cost.requests <= 8, `${cost.requests} requests`);
    assert.ok(cost.bytes <= 60 * kilobyte, `${cost.bytes} bytes`);
    assert.equal(cost.scripts, path.includes('/etapes/') ? 1 : 0); // a form is kept while it is typed
  }));
}

test('a second page of the site costs one request', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(`${world.platform.semur.url}/`, { waitUntil: 'networkidle' });
  await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Démarches' }).click();
  await page.waitForLoadState('networkidle');
  const entries = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name, transferSize }) => ({ name, transferSize })));
  assert.ok(entries.length > 0, 'the page has a style');
  assert.deepEqual(entries.filter(({ transferSize }) => transferSize > 0), []);
}));

test('the administration costs at most 200 KB, login and first screen together', () => world.withVisitor({}, async (visitor) => {
  const cost = await weigh(visitor, async (page) => {
    await new Agent(page, world.platform.semur).enter();
  });
  assert.ok(cost.bytes <= 200 * kilobyte, `${cost.bytes} bytes`);
}));

test('a link to another site goes nowhere by itself', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  const answer = await page.goto(`${world.platform.semur.url}/`);
  const policy = answer.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
}));
