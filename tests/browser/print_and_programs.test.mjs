// What is not looked at on a screen: the printed page, and what a page says to programs, under the policy of the site.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { screenshots } from './support/platform.mjs';
import { useWorld } from './support/world.mjs';

const day = new Date(Date.now() + 864e5).toISOString().slice(0, 10);
const event = { kind: 'event', title: 'Fête </script> du village', summary: 'Bal et repas.', body_markdown: 'Venez : [le programme](https://www.exemple.fr/programme) ou [les démarches](/demarches).', blocks: [], details: { starts: day, all_day: true, place: 'Place de l’Église' } };

const world = useWorld(() => world.withAgent('semur', async (agent) => {
  await agent.describeTownHall();
  const made = await agent.call('POST', '/contents', event);
  await agent.call('POST', `/contents/${made.id}/publish`, { revision: 1 });
  world.eventPath = `/agenda/${made.slug ?? 'fete-script-du-village'}`;
}));

// withVisitor holds that the policy refused nothing.
const things = async (visitor, path) => {
  const page = await visitor.newPage();
  assert.equal((await page.goto(world.platform.semur.url + path)).status(), 200);
  const texts = await page.locator('script').evaluateAll((scripts) => scripts.map(({ type, textContent }) => ({ type, textContent })));
  assert.deepEqual(texts.map(({ type }) => type), ['application/ld+json']);
  return JSON.parse(texts[0].textContent)['@graph'];
};

test('home and an event tell programs what they are, and the policy of the site refuses nothing', () => world.withVisitor({}, async (visitor) => {
  const [commune] = await things(visitor, '/');
  assert.equal(commune['@type'], 'GovernmentOrganization');
  assert.ok(commune.location.openingHoursSpecification.length >= 4);
  const [told, breadcrumb] = await things(visitor, world.eventPath);
  assert.equal(told.name, event.title);
  assert.equal(told.startDate, day);
  assert.equal(breadcrumb['@type'], 'BreadcrumbList');
}));

test('on paper there are words and addresses, no menu, no search, no button', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await page.emulateMedia({ media: 'print' });
  mkdirSync(screenshots, { recursive: true });
  for (const [name, path] of Object.entries({ evenement: world.eventPath, accueil: '/', demarche: '/demarches/copie-acte-etat-civil' })) {
    await page.goto(world.platform.semur.url + path);
    for (const part of ['#menu', '.skip', '.breadcrumb', '[role="search"]', '.opinion', '.site-footer nav']) {
      for (const each of await page.locator(part).all()) assert.equal(await each.isVisible(), false, `${part} of ${path}`);
    }
    assert.equal(await page.getByRole('heading', { level: 1 }).isVisible(), true);
    await page.screenshot({ path: join(screenshots, `imprime-${name}.png`), fullPage: true });
  }
  await page.goto(world.platform.semur.url + world.eventPath);
  const after = (href) => page.locator(`main .prose a[href="${href}"]`).evaluate((link) => getComputedStyle(link, '::after').content);
  assert.match(await after('https://www.exemple.fr/programme'), /attr|https:\/\/www\.exemple\.fr\/programme/);
  assert.match(await after('/demarches'), /attr|\/demarches/);
}));
