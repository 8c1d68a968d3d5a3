// HTTP to one commune on the loopback: the Host is the commune's, connections are kept.
import { Agent, request } from 'node:http';

export const connections = 16;

export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: connections });

  constructor(port, host) {
    this.port = port;
    this.host = host;
  }

  // {status, headers, body}: the body as it came, compressed or not.
  send(method, path, headers = {}, body = '') {
    return new Promise((resolve, reject) => {
      const sent = request({
        agent: this.#agent, host: '127.0.0.1', port: this.port, method, path,
        headers: { Host: `${this.host}:${this.port}`, 'Content-Length': Buffer.byteLength(body), ...headers },
      }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  get(path, headers) {
    return this.send('GET', path, headers);
  }

  close() {
    this.#agent.destroy();
  }
}

// Runs `work(item)` on every item, as many at a time as there are connections.
export async function inParallel(items, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await work(items[next++]);
  };
  await Promise.all(Array.from({ length: connections }, worker));
}
