// What a page costs on a rural line: bytes and requests of a first visit, nothing from elsewhere, no script to residents but the one that keeps a form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from './support/agent.mjs';
import { copySlug } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const kilobyte = 1024;
const paths = ['/', '/la-mairie', '/la-mairie/horaires-et-contact', '/vivre-ici', '/actualites', '/demarches', `/demarches/${copySlug}`,
  '/reprendre', '/suivi', '/plan-du-site', '/mentions-legales', '/accessibilite', '/donnees-personnelles'];

async function bytesOf(requests) {
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  return sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
}

// {requests, bytes, scripts, scriptBytes} over the network of what `visit` loads in a browser that has seen nothing yet.
async function weigh(visitor, visit) {
  const page = await visitor.newPage();
  const finished = [];
  page.on('requestfinished', (request) => finished.push(request));
  await visit(page);
  await page.waitForLoadState('networkidle');
  const scripts = finished.filter((request) => request.resourceType() === 'script');
  return { requests: finished.length, bytes: await bytesOf(finished), scripts: scripts.length, scriptBytes: await bytesOf(scripts) };
}

for (const path of paths) {
  test(`${path} costs at most 60 KB and 8 requests, and no script`, () => world.withVisitor({}, async (visitor) => {
    const cost = await weigh(visitor, (page) => page.goto(world.platform.semur.url + path));
    assert.ok(cost.requests >= 2, 'the page and its style');
    assert.ok(cost.requests <= 8, `${cost.requests} requests`);
    assert.ok(cost.bytes <= 60 * kilobyte, `${cost.bytes} bytes`);
    assert.equal(cost.scripts, 0);
  }));
}

test('a form costs at most 60 KB and 8 requests, and one script of at most 6 KB that keeps what is typed', () => world.withVisitor({}, async (visitor) => {
  const cost = await weigh(visitor, (page) => page.goto(`${world.platform.semur.url}/demarches/${copySlug}/etapes/acte`));
  assert.ok(cost.requests <= 8, `${cost.requests} requests`);
  assert.ok(cost.bytes <= 60 * kilobyte, `${cost.bytes} bytes`);
  assert.equal(cost.scripts, 1);
  assert.ok(cost.scriptBytes <= 6 * kilobyte, `${cost.scriptBytes} bytes of script`);
}));

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
