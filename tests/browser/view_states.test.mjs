// No view of residents without its states looked at, at 320 and 1280 px: the table of support/view_states.mjs, and what it leaves.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from './support/inspect.mjs';
import { viewStates } from './support/view_states.mjs';
import { useWorld } from './support/world.mjs';

const here = resolve(fileURLToPath(import.meta.url), '..');
const tomorrow = new Date(Date.now() + 864e5).toISOString().slice(0, 10);
const states = Object.entries(viewStates).flatMap(([view, row]) => Object.entries(row).map(([state, place]) => ({ view, state, ...place })));

const world = useWorld(() => world.withAgent('semur', async (agent) => {
  await agent.describeTownHall();
  const publish = async (title, details, more = {}) => {
    const content = { kind: 'event', title, summary: '', body_markdown: '', blocks: [], details: { starts: tomorrow, all_day: true, ...details }, ...more };
    const { id } = await agent.call('POST', '/contents', content);
    await agent.call('POST', `/contents/${id}/publish`, { revision: 1 });
  };
  await publish('Fête du village', { place: 'Place de l’Église', address: '1 place de l’Église', category: 'Fêtes', series: 'Été', organiser: 'Comité', price: 'Gratuit' }, { summary: 'Bal et repas.', body_markdown: '## Programme\n\nVenez.' });
  await publish('Sans rien', {});
}));

test('every view of residents has its row, and every row its view', () => {
  const views = readdirSync(resolve(here, '../../api/views')).filter((name) => name.endsWith('.html') && name !== 'layout.html');
  assert.deepEqual(Object.keys(viewStates).sort(), views.map((name) => name.slice(0, -'.html'.length)).sort());
  for (const [view, row] of Object.entries(viewStates)) assert.deepEqual(Object.keys(row), ['empty', 'full', 'error'], view);
});

test('what another file is said to look at, it does look at', () => {
  for (const { view, state, file, name } of states) {
    if (file === undefined) continue;
    const begins = name.replace(/\$$/, '${');
    const source = readFileSync(join(here, file), 'utf8');
    const calls = [...source.matchAll(/inspect\(\w+, [`']([^`']*)/g)].map(([, named]) => named);
    assert.ok(calls.some((named) => named.startsWith(begins)), `${view} ${state}: ${file} inspects nothing named ${name}`);
  }
});

test('a state that cannot exist says why', () => {
  for (const { view, state, why } of states) if (why !== undefined) assert.ok(why.length > 10, `${view} ${state}`);
});

// A reader's opinion: thanks at once, the question why, and the question left without an answer.
async function giveOpinion(page, answer) {
  await page.goto(`${world.platform.semur.url}/agenda/fete-du-village`);
  await page.getByRole('button', { name: answer === 'yes' ? 'Oui' : 'Non', exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (answer !== 'error') return;
  await page.locator('main form button').first().click();
  await page.getByRole('alert').waitFor();
}

for (const { view, state, path, status } of states.filter((each) => each.path !== undefined)) {
  test(`${view}, ${state}: ${path} is accessible at every width`, () => world.withVisitor({}, async (visitor) => {
    const page = await visitor.newPage();
    const [place, rest] = path.split(':');
    const { semur, ecorpain } = world.platform;
    if (place === 'opinion') {
      await giveOpinion(page, rest);
    } else {
      const address = place === 'empty' ? ecorpain.url + rest : semur.url + (place === 'month' ? `/agenda/mois/${tomorrow.slice(0, 7)}` : path);
      assert.equal((await page.goto(address)).status(), status);
    }
    await inspect(page, `public etat-${view}-${state}`);
  }));
}
