// kill -9 at random moments while residents pay at the PayFiP simulator, which loses every notification: each payment that was made is
// in the journal once, to the cent.
// Usage: CLOCHER_PROGRAM=<clocher> CLOCHER_PAYFIP_SIMULATOR=<clocher-payfip-simulator> node --test kill_payments.test.mjs
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';

const program = process.env.CLOCHER_PROGRAM;
const host = 'mulsanne.clocher.localhost';
const folder = mkdtempSync(join(tmpdir(), 'clocher-kill-pay-'));
const rounds = 6;
const payers = 2;
const simulator = spawn(process.env.CLOCHER_PAYFIP_SIMULATOR, ['--port', '0', '--ends-with-parent'], { stdio: ['ignore', 'pipe', 'ignore'] });
const endpoint = await new Promise((told) => { createInterface({ input: simulator.stdout }).once('line', (line) => told(/http:\S+/.exec(line)[0])); });
const bank = new URL(endpoint);
const env = {
  ...process.env, CLOCHER_DATA: folder, CLOCHER_PORT: '0', CLOCHER_LOG_LEVEL: 'error', CLOCHER_POSTS_PER_MINUTE: '100000', CLOCHER_PAYFIP_ENDPOINT: endpoint,
};
after(async () => {
  simulator.kill('SIGTERM');
  if (simulator.exitCode === null) await once(simulator, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

async function start() {
  const service = spawn(program, ['serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: service.stdout })) {
    const port = /:(\d+)/.exec(line)?.[1];
    if (port) return { service, port: Number(port) };
  }
  throw new Error('the service ended before it listened');
}

async function kill({ service }) {
  const ended = once(service, 'exit');
  service.kill('SIGKILL');
  await ended;
}

// To the service, or to the bank when `port` is its own.
function call(port, method, path, { cookie = '', fields, json } = {}) {
  return new Promise((resolve, reject) => {
    const body = json ? JSON.stringify(json) : fields && new URLSearchParams(fields).toString();
    const headers = { host: port === Number(bank.port) ? bank.host : host, 'sec-fetch-site': 'same-origin', cookie };
    if (body) Object.assign(headers, { 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
    const request = http.request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => { text += chunk; }).on('error', reject).on('aborted', () => reject(new Error('aborted')));
      response.on('end', () => resolve({ status: response.statusCode, location: response.headers.location, cookie: response.headers['set-cookie']?.[0].split(';')[0], text }));
    });
    request.on('error', reject).end(body);
  });
}

const atBank = (method, path, fields) => call(Number(bank.port), method, path, { fields });

function clocher(...args) {
  const run = spawnSync(program, [...args, '--json'], { env, encoding: 'utf8' });
  return { status: run.status, answer: JSON.parse(run.stdout || '{}') };
}

// One letter after another, until the service dies. A stop may come between any two of these.
async function payLetters({ port }, office, started) {
  for (;;) {
    try {
      const debt = JSON.parse((await call(port, 'POST', '/api/v1/debts', { cookie: office.cookie, json: { regie_id: office.regie, product: 'cantine', object: 'Cantine', amount_cents: 100 + started.length, debtor_name: 'Leroy' } })).text);
      const sent = await call(port, 'POST', debt.page_url, { fields: { courriel: 'parent@exemple.fr' } });
      if (sent.status !== 303 || !sent.location.startsWith(bank.origin)) throw new Error(`not sent to the bank: ${sent.status} ${sent.location}`);
      started.push(new URL(sent.location).searchParams.get('idop'));
      const page = (await atBank('GET', sent.location.slice(bank.origin.length))).text;
      const [, key] = /name="cle" value="([^"]*)"/.exec(page);
      await atBank('POST', '/tpa/paiementws.web', { idop: started.at(-1), cle: key, choix: 'cb' });
    } catch (error) {
      if (error.code === 'ERR_ASSERTION' || error instanceof TypeError) throw error;
      return;
    }
  }
}

async function login(port, agent) {
  const { status, cookie } = await call(port, 'POST', '/api/v1/session', { json: { email: agent.email, password: agent.password } });
  assert.equal(status, 200);
  return cookie;
}

async function openRegie(port, cookie) {
  const office = async (method, path, json) => {
    const { status, text } = await call(port, method, `/api/v1${path}`, { cookie, json });
    assert.ok(status < 300, `${path}: ${status} ${text}`);
    return JSON.parse(text);
  };
  const { id } = await office('POST', '/regies', { name: 'Régie', kind: 'recettes', products: [{ code: 'cantine', label: 'Cantine' }], means: ['online'], members: [{ role: 'regisseur', name: 'Paul Régis' }] });
  await office('PUT', `/regies/${id}/account`, { gateway: 'payfip', account: '006382' });
  await office('POST', `/regies/${id}/connection`);
  for (const mode of ['activation', 'production']) await office('POST', `/regies/${id}/mode`, { mode });
  return id;
}

async function paidAtBank() {
  const { payments } = JSON.parse((await atBank('GET', '/__sim/')).text);
  return payments.filter(({ result }) => result === 'P');
}

test('kill -9 under payments loses no cent and counts none twice', async (t) => {
  await atBank('POST', '/__sim/notifications', { mode: 'lost' });
  assert.equal(clocher('commune', 'create', '72213').status, 0);
  const agent = { email: 'paul@exemple.fr', password: clocher('agent', 'create', '72213', '--email', 'paul@exemple.fr', '--name', 'Paul Régis', '--role', 'regisseur').answer.password };
  const office = {};
  const started = [];
  for (let round = 0; round < rounds; round += 1) {
    const running = await start();
    office.cookie ??= await login(running.port, agent);
    office.regie ??= await openRegie(running.port, office.cookie);
    const work = Array.from({ length: payers }, () => payLetters(running, office, started));
    await Promise.race([new Promise((resolve) => { setTimeout(resolve, 150 + Math.random() * 600); }), ...work]);
    await kill(running);
    await Promise.all(work);
    t.diagnostic(`round ${round}: ${started.length} sent to the bank`);
  }
  const paid = await paidAtBank();
  assert.ok(paid.length >= rounds, 'too few payments to prove anything');

  const last = await start();
  for (const id of started) assert.equal((await call(last.port, 'POST', '/paiements/notification/payfip', { fields: { idop: id } })).status, 200);
  const listed = async (query) => JSON.parse((await call(last.port, 'GET', `/api/v1/payments?${query}`, { cookie: office.cookie })).text).items.length;
  const until = Date.now() + 60_000;
  while (await listed('state=pending') > 0 && Date.now() < until) await new Promise((resolve) => { setTimeout(resolve, 100); });
  assert.equal(await listed('flagged=1'), 0, 'nothing late, double or altered');
  await new Promise((resolve) => { last.service.once('exit', resolve).kill('SIGTERM'); });

  const { status, answer } = clocher('journal', 'verify', '--commune', '72213');
  assert.equal(status, 0, JSON.stringify(answer));
  assert.equal(answer.lines, paid.length, 'one line for each payment that was made');
});
