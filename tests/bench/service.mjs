// The program under measurement: on a temporary folder, on the loopback, with nothing of the caller's environment.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const binary = process.env.CLOCHER_BINARY ?? 'build/release/clocher';
const ticksPerSecond = 100;  // USER_HZ, the same on every Linux

export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

// All forms come from one address here: the limit that slows one sender down would be what is measured.
const environmentOf = (data, port) => ({
  PATH: process.env.PATH, LANG: 'C.UTF-8', CLOCHER_DATA: data, CLOCHER_PORT: `${port}`, CLOCHER_POSTS_PER_MINUTE: '1000000',
});

export function command(data, ...words) {
  const { status, stdout, stderr } = spawnSync(binary, [...words, '--json'],
    { encoding: 'utf8', env: environmentOf(data, 8080), maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`clocher ${words.join(' ')}: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}

// {process, port, startSeconds}: startSeconds ends when the program says that it listens.
export async function serve(data) {
  const port = await freePort();
  const started = performance.now();
  // Logs go where a supervisor would take them: written, not shown.
  const process_ = spawn(binary, ['serve'], { env: environmentOf(data, port), stdio: ['ignore', 'pipe', 'ignore'] });
  await once(createInterface({ input: process_.stdout }), 'line');
  return { process: process_, port, startSeconds: (performance.now() - started) / 1000 };
}

// Ends what we started, and only that, by its id.
export async function end(child) {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

// CPU seconds that these processes have used since they began.
export function cpuSeconds(...pids) {
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  }, 0);
}

// Resident memory in KiB.
export function residentKib(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
}
