// Another system that a procedure tells of its cases: set up on the screen, called for real, its signature checked with the secret shown.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { copySlug, Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(undefined, { settings: { CLOCHER_WEBHOOK_PEERS: 'any' } });

// Keeps what it is sent; answers with `status`.
const peer = { calls: [], status: 204, waiting: [] };
before(async () => {
  peer.server = createServer(async (request, answer) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    peer.calls.push({ headers: request.headers, body });
    answer.writeHead(peer.status).end();
    for (const wake of peer.waiting.splice(0)) wake();
  });
  peer.server.listen(0, '127.0.0.1');
  await once(peer.server, 'listening');
  peer.address = `http://127.0.0.1:${peer.server.address().port}/avis`;
});
after(() => peer.server.close());

async function callOf(event) {
  for (;;) {
    const call = peer.calls.find(({ headers }) => headers['clocher-event'] === event);
    if (call) return call;
    await new Promise((wake) => peer.waiting.push(wake));
  }
}

test('an agent tells another system of new cases, tries it, and it can prove who calls', () => world.withAgent('semur', async (agent, visitor) => {
  const { page } = agent;
  await agent.open('/demarches');
  await page.getByRole('link', { name: 'Prévenir un autre logiciel Demande de copie d’acte d’état civil' }).click();
  await page.getByText('Aucun logiciel n’est prévenu.').waitFor();
  await page.getByLabel('Adresse du logiciel').fill('ftp://exemple.fr');
  await agent.press('Ajouter');
  await page.locator('.mantine-TextInput-error').waitFor();
  await inspect(page, 'admin logiciels-erreur');
  await page.getByLabel('Adresse du logiciel').fill(peer.address);
  await page.getByLabel('Aussi le nom et le courriel de la personne').check();
  await agent.press('Ajouter');
  const secret = (await page.locator('.secret').innerText()).trim();
  await inspect(page, 'admin logiciels-secret');
  await agent.press('C’est noté');
  assert.equal(await page.getByText(secret).count(), 0);

  await page.getByRole('button', { name: `Envoyer un essai à ${peer.address}` }).click();
  const trial = await callOf('test');
  const [time, signature] = trial.headers['clocher-signature'].match(/^t=(\d+),v1=([0-9a-f]{64})$/).slice(1);
  assert.equal(signature, createHmac('sha256', secret).update(`${time}.${trial.body}`).digest('hex'));
  await page.getByText(/^.*Essai\s: reçu$/).waitFor();
  await inspect(page, 'admin logiciels');

  const { reference } = await new Resident(await visitor.newPage(), world.platform.semur).sendDeathRequest('avis@exemple.fr');
  const told = JSON.parse((await callOf('case.sent')).body);
  assert.equal(told.procedure.slug, copySlug);
  assert.equal(told.case.reference, reference);
  assert.deepEqual(told.applicant, { name: 'Zoé Martin', email: 'avis@exemple.fr' });
  assert.equal(told.answers, undefined, 'no more than what was chosen');
}));
