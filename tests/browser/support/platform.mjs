// The real program on a folder of its own: two communes with an agent each, served on a port that the system chose.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
export const binary = resolve(root, process.env.CLOCHER_BINARY ?? 'build/release/clocher');
export const screenshots = join(root, 'build', 'screenshots');

const codes = { semur: '72333', ecorpain: '72125' };

export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// JSON to the service, as a page of that site sends it: names below .localhost are known to browsers only.
export async function ask(port, host, method, path, body, cookie = '') {
  const headers = { Host: `${host}:${port}`, 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) };
  const asked = request({ host: '127.0.0.1', port, method, path, headers });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = await once(asked, 'response');
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += part;
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
  return { cookie: answer.headers['set-cookie']?.[0].split(';')[0], body: text && JSON.parse(text) };
}

// Without smtpPort mails go to a folder. `settings` are CLOCHER_* variables. `firstSteps: 'ahead'` leaves the communes as they are made:
// the first login leads to the assistant.
export async function startPlatform({ smtpPort, settings = {}, firstSteps = 'done' } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'clocher browser '));
  const port = await freePort();
  const smtp = smtpPort ? { CLOCHER_SMTP_HOST: '127.0.0.1', CLOCHER_SMTP_PORT: `${smtpPort}`, CLOCHER_SMTP_SECURITY: 'none' } : {};
  const platform = new Platform(data, port, { ...smtp, ...settings });
  for (const [name, insee] of Object.entries(codes)) platform[name] = platform.createCommune(insee);
  await platform.serve();
  if (firstSteps === 'done') await Promise.all(Object.keys(codes).map((name) => platform.endFirstSteps(platform[name])));
  return platform;
}

class Platform {
  #service = null;
  #environment;

  constructor(data, port, settings) {
    this.data = data;
    this.port = port;
    this.log = '';
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('CLOCHER_'));
    // Every resident of these tests has the same address: the limit on forms from one sender is tested elsewhere.
    const own = { CLOCHER_DATA: data, CLOCHER_PORT: `${port}`, CLOCHER_POSTS_PER_MINUTE: '10000' };
    this.#environment = { ...Object.fromEntries(inherited), ...own, ...settings };
  }

  // The answer of a command as the program prints it with --json.
  command(...words) {
    const { status, stdout, stderr } = spawnSync(binary, [...words, '--json'], { encoding: 'utf8', env: this.#environment });
    if (status !== 0) throw new Error(`clocher ${words.join(' ')}: ${status}\n${stdout}${stderr}`);
    return JSON.parse(stdout);
  }

  createCommune(insee) {
    const commune = this.command('commune', 'create', insee);
    const email = `mairie@${commune.host}`;
    const agent = this.command('agent', 'create', insee, '--email', email, '--name', 'Claire Morel', '--role', 'secretaire');
    return { ...commune, agent: { email, password: agent.password, name: 'Claire Morel' } };
  }

  // The assistant's questions are passed, so that a login leads to the first screen.
  async endFirstSteps({ host, agent: { email, password } }) {
    const { cookie } = await ask(this.port, host, 'POST', '/api/v1/session', { email, password });
    await ask(this.port, host, 'PUT', '/api/v1/first-steps', { question: '' }, cookie);
  }

  // Resolves when the program says that it listens; fails with what it wrote when it ends first.
  async serve() {
    const service = spawn(binary, ['serve'], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#service = service;
    service.stderr.setEncoding('utf8').on('data', (text) => { this.log += text; });
    const listening = new Promise((done) => createInterface({ input: service.stdout }).on('line', done));
    const ended = once(service, 'exit').then(([code]) => { throw new Error(`clocher serve ended: ${code}\n${this.log}`); });
    ended.catch(() => {});
    await Promise.race([listening, ended]);
  }

  async stop() {
    if (!this.#service || this.#service.exitCode !== null) return;
    const ended = once(this.#service, 'exit');
    this.#service.kill('SIGTERM');
    await ended;
    this.#service = null;
  }

  // As a power cut would: nothing is written any more.
  async kill() {
    const ended = once(this.#service, 'exit');
    this.#service.kill('SIGKILL');
    await ended;
    this.#service = null;
  }

  // The folder goes too.
  async end() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}
