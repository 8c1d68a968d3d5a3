// Measures Clocher on this machine and writes build/bench.json. Run by deploy/bench.sh.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, connections } from './http.mjs';
import { load, median } from './load.mjs';
import { serveWithNginx } from './nginx.mjs';
import { report } from './report.mjs';
import { command, end, residentKib, serve } from './service.mjs';
import { measureSubmissions, measureSyncs } from './submissions.mjs';

const communeCount = 500;
const openCount = 50;
const submissionCount = 600;
const rounds = 3;
const seconds = 3;

// Whole intercommunalities, largest first, and of the last one what is missing.
function provision(data) {
  const epcis = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/epci.json')));
  epcis.sort((a, b) => b.membres.length - a.membres.length);
  let created = 0;
  let spent = 0;
  for (const epci of epcis) {
    const missing = communeCount - created;
    if (missing === 0) break;
    const codes = epci.membres.slice(0, missing).map(({ code }) => code);
    const answer = command(data, 'epci', 'create', epci.code, '--communes', codes.join(','));
    created += answer.created;
    spent += answer.seconds;
  }
  return { communes: created, seconds: spent, perSecond: created / spent, millisecondsPerCommune: (spent / created) * 1000 };
}

// Clocher and nginx take turns, so that the machine's mood is the same for both.
async function measurePages(folder, clocher) {
  const client = new Client(clocher.port, clocher.host);
  const page = await client.get('/', { 'Accept-Encoding': 'gzip' });
  client.close();
  if (page.status !== 200) throw new Error(`home page: ${page.status}`);
  const nginx = { ...await serveWithNginx(folder, page), host: clocher.host };
  const cached = [];
  const reference = [];
  const uncached = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      cached.push(load(clocher, { seconds }));
      reference.push(load(nginx, { seconds }));
      uncached.push(load(clocher, { seconds, addresses: 'distinct' }));
    }
  } finally {
    await end(nginx.process);
  }
  const [own, theirs] = [median(cached), median(reference)];
  return {
    bodyBytes: page.body.length,
    cached: own,
    nginx: theirs,
    cpuRatioToNginx: own.cpuMicroseconds / theirs.cpuMicroseconds,
    rateRatioToNginx: own.perSecond / theirs.perSecond,
    uncached: median(uncached),
  };
}

// The first commune also pays for what all share: threads, caches, allocator.
async function measureMemory(port, pid, hosts) {
  const open = async (host) => {
    const client = new Client(port, host);
    await client.get('/');
    client.close();
  };
  const atStart = residentKib(pid);
  await open(hosts[0]);
  const withOne = residentKib(pid);
  for (const host of hosts.slice(1, openCount)) await open(host);
  const withAll = residentKib(pid);
  return { communes: communeCount, open: openCount, atStartKib: atStart, withOneKib: withOne, withOpenKib: withAll,
    perOpenCommuneKib: (withAll - withOne) / (openCount - 1) };
}

async function measureAll(folder) {
  const data = join(folder, 'data');
  const provisioning = provision(data);
  const hosts = command(data, 'commune', 'list').map(({ host }) => host);
  const service = await serve(data);
  try {
    const memory = await measureMemory(service.port, service.process.pid, hosts);
    const pages = await measurePages(folder, { port: service.port, host: hosts[0], pids: [service.process.pid] });
    const submissions = {
      syncsPerSecond: measureSyncs(folder),
      oneCommune: await measureSubmissions(service.port, hosts.slice(0, 1), submissionCount),
      sixteenCommunes: await measureSubmissions(service.port, hosts.slice(0, 16), submissionCount),
    };
    const settings = { connections, rounds, secondsPerRound: seconds, cores: cpus().length };
    const version = command(data, 'version').version;
    return { version, at: new Date().toISOString(), settings, provisioning, start: { communes: communeCount, seconds: service.startSeconds }, memory, pages, submissions };
  } finally {
    await end(service.process);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'clocher-bench-'));
try {
  const result = await measureAll(folder);
  mkdirSync('build', { recursive: true });
  writeFileSync('build/bench.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(report(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
