// Fills one commune with examples, as its agent would, once the service answers. node deploy/demo/contents.mjs <clocher>
import { request } from 'node:http';
import { readAccounts } from './agents_file.mjs';
import { alert, contents, legal, records, townHall } from './examples.mjs';
import { agentsFile, run, stopOnError } from './platform.mjs';

const [clocher] = process.argv.slice(2);
const port = Number(process.env.CLOCHER_PORT);
const mostTries = 100;
const pauseMs = 100;

// One visitor of one commune, whose name needs no resolver.
class Client {
  #cookie = '';

  constructor(host) {
    this.host = host;
  }

  call(method, path, body) {
    const headers = { Host: `${this.host}:${port}`, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: this.#cookie };
    return new Promise((done, failed) => {
      const call = request({ host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers }, (answer) => {
        const cookies = answer.headers['set-cookie'];
        if (cookies) this.#cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => {
          const json = text ? JSON.parse(text) : {};
          if (answer.statusCode < 400) done(json);
          else failed(new Error(`${method} ${path} : ${JSON.stringify(json.error ?? answer.statusCode)}`));
        });
      });
      call.on('error', failed);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

async function whenServed(client, account) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await client.call('POST', '/session', { email: account.email, password: account.password });
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || tries === mostTries) throw error;
      await new Promise((again) => { setTimeout(again, pauseMs); });
    }
  }
}

async function fill(client, commune) {
  const { items } = await client.call('GET', '/contents');
  if (items.some(({ title }) => title === contents[0].title)) return;
  const { address, postcode, city } = await client.call('GET', '/commune');
  await client.call('PUT', '/commune', { ...townHall, address: address || townHall.address, postcode, city: city || commune.name });
  await client.call('PUT', '/commune/legal', legal);
  for (const record of records) await client.call('POST', '/directory', { ...record, postcode, city: city || commune.name });
  for (const content of contents) {
    const { id } = await client.call('POST', '/contents', { blocks: [], details: {}, ...content });
    await client.call('POST', `/contents/${id}/publish`, { revision: 1 });
  }
  await client.call('POST', '/alerts', alert);
}

const accounts = readAccounts(agentsFile);
const commune = stopOnError(run(clocher, 'commune', 'list')).filter(({ insee }) => accounts.has(insee)).sort((a, b) => a.name.localeCompare(b.name, 'fr'))[0];
const client = new Client(commune.host);
await whenServed(client, accounts.get(commune.insee));
await fill(client, commune);
console.log(`  Exemples         ${commune.name} est remplie d’exemples : ${commune.url}/`);
