// A real SMTP server on the loopback that keeps what it receives, and that can be away or refuse an address.
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from './platform.mjs';

const patienceMs = 90_000;  // a mail that failed because the server was away waits a minute

export async function startMailPeer() {
  const peer = new MailPeer(await freePort());
  await peer.open();
  return peer;
}

class MailPeer {
  #server = null;
  #waiting = new Set();

  constructor(port) {
    this.port = port;
    this.mails = [];
    this.refused = new Set();
  }

  async open() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,  // nothing is asked of a network
      onRcptTo: ({ address }, _session, answer) => answer(this.refused.has(address) ? refusal() : null),
      onData: (stream, _session, answer) => simpleParser(stream).then((mail) => {
        this.#keep(mail);
        answer();
      }, answer),
    });
    this.#server.on('error', () => {});  // a client that leaves in the middle
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server.server, 'listening');
  }

  async close() {
    if (this.#server) await new Promise((done) => this.#server.close(done));
    this.#server = null;
  }

  // The first mail received, now or later, that matches {to, subject, text}: strings that it contains.
  waitFor(wanted) {
    const matches = (mail) => mail.to.text.includes(wanted.to ?? '') && mail.subject.includes(wanted.subject ?? '') &&
      mail.text.includes(wanted.text ?? '');
    const found = this.mails.find(matches);
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const seen = () => this.mails.map((mail) => `${mail.to.text}: ${mail.subject}`).join('\n');
      const late = setTimeout(() => reject(new Error(`no mail ${JSON.stringify(wanted)} among\n${seen()}`)), patienceMs);
      this.#waiting.add({ matches, resolve: (mail) => [clearTimeout(late), resolve(mail)] });
    });
  }

  #keep(mail) {
    this.mails.push(mail);
    for (const waiter of this.#waiting) {
      if (!waiter.matches(mail)) continue;
      this.#waiting.delete(waiter);
      waiter.resolve(mail);
    }
  }
}

function refusal() {
  return Object.assign(new Error('5.1.1 No such mailbox'), { responseCode: 550 });
}
