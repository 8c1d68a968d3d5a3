// kill -9 at a random moment while residents send requests: what was acknowledged is there after the next start.
// Usage: CLOCHER_PROGRAM=<clocher> CLOCHER_CHECK_DATABASE=<check_database> node --test kill.test.mjs; KILL_SEED=<number> replays the moments of a run.
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
const folder = mkdtempSync(join(tmpdir(), 'clocher-kill-'));
const env = { ...process.env, CLOCHER_DATA: folder, CLOCHER_PORT: '0', CLOCHER_LOG_LEVEL: 'error', CLOCHER_POSTS_PER_MINUTE: '100000' };
const host = 'mulsanne.clocher.localhost';
const form = '/demarches/copie-acte-etat-civil';
const rounds = 8;
const residents = 4;
after(() => rmSync(folder, { recursive: true, force: true }));

// mulberry32: small, and the same numbers for the same seed.
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

async function start() {
  const service = spawn(program, ['serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: service.stdout })) {
    const port = /:(\d+)/.exec(line)?.[1];
    if (port) return { service, port: Number(port), agent: new http.Agent({ keepAlive: true }) };
  }
  throw new Error('the service ended before it listened');
}

async function kill({ service, agent }) {
  const ended = once(service, 'exit');
  service.kill('SIGKILL');
  await ended;
  agent.destroy();
}

// Resolves with status, headers and body; rejects when the service dies meanwhile.
function call({ port, agent }, method, path, cookies, fields) {
  return new Promise((resolve, reject) => {
    const body = fields && new URLSearchParams(fields).toString();
    const headers = { host, 'sec-fetch-site': 'same-origin', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    if (body) Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => { text += chunk; }).on('error', reject).on('aborted', () => reject(new Error('aborted')));
      response.on('end', () => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [name, value] = line.split(';')[0].split('=');
          cookies.set(name, value);
        }
        resolve({ status: response.statusCode, location: response.headers.location, text });
      });
    });
    request.on('error', reject).end(body);
  });
}

const pages = [
  ['acte', { act_kind: 'deces' }],
  ['personne', { person_birth_name: 'Garnier', person_given_names: 'Paul', death_date: '02/01/2020', death_place: 'Lavaré' }],
  ['vous', { applicant_given_name: 'Éloïse', applicant_family_name: 'Garnier', applicant_email: 'eloise@exemple.fr',
    'applicant_address.street': '4 rue du Lavoir', 'applicant_address.postcode': '72320', 'applicant_address.city': 'Lavaré' }],
  ['envoi', { delivery: 'guichet' }],
];

// One resident after another at this place, until the service dies. Each acknowledged request leaves its cookies.
async function send(running, acknowledged) {
  for (;;) {
    const cookies = new Map();
    try {
      for (const [step, fields] of pages) {
        const page = await call(running, 'POST', `${form}/etapes/${step}`, cookies, fields);
        assert.equal(page.status, 303, page.text);
      }
      const sent = await call(running, 'POST', `${form}/verification`, cookies, { csrf: '' });
      assert.equal(sent.location, `${form}/confirmation`, sent.text);
      acknowledged.push(cookies);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return; // the connection broke: the service is gone
    }
  }
}

async function check(running, acknowledged) {
  const references = new Set();
  for (const cookies of acknowledged) {
    const { status, text } = await call(running, 'GET', `${form}/confirmation`, new Map(cookies));
    const reference = /\d{4}-\d{5}/.exec(text)?.[0];
    assert.ok(status === 200 && reference, `an acknowledged request is lost: ${status}`);
    references.add(reference);
  }
  assert.equal(references.size, acknowledged.length, 'two requests have one reference');
}

function clocher(...args) {
  const run = spawnSync(program, args, { env, encoding: 'utf8' });
  assert.ok(run.status === 0 || args[0] === 'doctor', `${args.join(' ')}: ${run.stdout}${run.stderr}`);
  return run.stdout;
}

test('kill -9 under load loses no acknowledged request and leaves a sound file', async (t) => {
  const seed = Number(process.env.KILL_SEED ?? Date.now() % 1e9);
  t.diagnostic(`seed ${seed}`);
  const next = random(seed);
  clocher('commune', 'create', '72213');
  const acknowledged = [];
  for (let round = 0; round < rounds; ++round) {
    const running = await start();
    const before = acknowledged.length;
    const senders = Array.from({ length: residents }, () => send(running, acknowledged));
    const moment = new Promise((resolve) => { setTimeout(resolve, 100 + next() * 700); });
    await Promise.race([moment, ...senders]);
    await kill(running);
    await Promise.all(senders);
    t.diagnostic(`round ${round}: ${acknowledged.length - before} acknowledged, ${acknowledged.length} in all`);
    const again = await start();
    try {
      await check(again, acknowledged);
    } finally {
      await kill(again);
    }
  }
  assert.ok(acknowledged.length >= rounds, 'too few requests to prove anything');
  for (const file of ['registry.db', 'communes/72/72213/commune.db']) {
    const checked = spawnSync(process.env.CLOCHER_CHECK_DATABASE, [join(folder, file)], { encoding: 'utf8' });
    assert.equal(checked.stdout.trim(), 'ok', `${file}: ${checked.stdout}${checked.stderr}`);
  }
  const { checks } = JSON.parse(clocher('doctor', '--json'));
  const commune = checks.find(({ name }) => name === 'commune 72213');
  assert.ok(commune?.ok, JSON.stringify(commune));
});
