// CLOCHER_DEMO=1: one commune is filled through the agents' API, once, and its pages show it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { addAccount } from '../../deploy/demo/agents_file.mjs';
import { binary } from './support/platform.mjs';
import { useWorld } from './support/world.mjs';

const script = new URL('../../deploy/demo/contents.mjs', import.meta.url).pathname;
const world = useWorld();

async function fill() {
  const { data, port } = world.platform;
  const { stdout } = await promisify(execFile)(process.execPath, [decodeURIComponent(script), binary], { env: { ...process.env, CLOCHER_DATA: data, CLOCHER_PORT: `${port}` } });
  return stdout;
}

test('the first commune of the list is filled with examples, and a second start adds nothing', async () => {
  const { semur, data } = world.platform;
  addAccount(join(data, 'agents.txt'), { insee: semur.insee, commune: semur.name, ...semur.agent });
  assert.match(await fill(), new RegExp(semur.url));
  await fill();
  await world.withVisitor({ javaScript: 'off' }, async (visitor) => {
    const page = await visitor.newPage();
    await page.goto(semur.url);
    for (const words of ['La salle des fêtes rouvre samedi', 'Marché de Noël', 'Eau coupée demain matin, rue du Lavoir', '02 43 00 00 00'])
      await page.getByText(words).first().waitFor();
    await page.goto(`${semur.url}/actualites`);
    assert.equal(await page.getByRole('link', { name: 'La salle des fêtes rouvre samedi' }).count(), 1);
    await page.goto(`${semur.url}/annuaire/associations`);
    await page.getByText('Comité des fêtes').first().waitFor();
    await page.goto(`${semur.url}/mentions-legales`);
    await page.getByText('Hélène Cormier').first().waitFor();
  });
});
