// Requests that residents send: drafts made first, then only the last click is timed. Each answer means a durable commit.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Client, inParallel } from './http.mjs';

const procedure = '/demarches/copie-acte-etat-civil';
const steps = [
  ['acte', { act_kind: 'deces' }],
  ['personne', { person_birth_name: 'Lefèvre', person_given_names: 'Jean', death_date: '27/03/1984', death_place: 'Dollon' }],
  ['vous', {
    applicant_given_name: 'Zoé', applicant_family_name: 'Martin', 'applicant_address.street': '3 rue du Lavoir',
    'applicant_address.postcode': '72390', 'applicant_address.city': 'Dollon', applicant_email: 'zoe@exemple.fr',
  }],
  ['envoi', { delivery: 'guichet' }],
];

// A browser with a complete draft: {client, cookie, origin}.
async function makeDraft(client) {
  const origin = `http://${client.host}:${client.port}`;
  let cookie = '';
  for (const [step, answers] of steps) {
    const answer = await post({ client, cookie, origin }, `${procedure}/etapes/${step}`, answers);
    if (answer.status !== 303) throw new Error(`${step}: ${answer.status} ${answer.body}`);
    cookie = answer.headers['set-cookie'][0].split(';')[0];
  }
  return { client, cookie, origin };
}

function post({ client, cookie, origin }, path, fields) {
  return client.send('POST', path, { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie, Origin: origin },
    new URLSearchParams(fields).toString());
}

async function submit(draft) {
  const answer = await post(draft, `${procedure}/verification`, {});
  if (answer.status !== 303 || !answer.headers.location.endsWith('/confirmation')) throw new Error(`submission: ${answer.status}`);
}

// `count` submissions shared among these hosts, 16 at a time -> {perSecond, submissions}
export async function measureSubmissions(port, hosts, count) {
  const clients = hosts.map((host) => new Client(port, host));
  const drafts = [];
  await inParallel(Array.from({ length: count }, (_, index) => clients[index % clients.length]), async (client) => {
    drafts.push(await makeDraft(client));
  });
  const started = performance.now();
  await inParallel(drafts, submit);
  const seconds = (performance.now() - started) / 1000;
  clients.forEach((client) => client.close());
  return { perSecond: count / seconds, submissions: count };
}

// What the disk itself does today: 4 KiB written and synced, one after the other.
export function measureSyncs(folder, count = 200) {
  const path = join(folder, 'syncs');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4096);
  const started = performance.now();
  for (let index = 0; index < count; index += 1) {
    writeSync(file, block);
    fdatasyncSync(file);
  }
  closeSync(file);
  rmSync(path);
  return count / ((performance.now() - started) / 1000);
}
