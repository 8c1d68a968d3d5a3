// What one file of tests stands on: a platform, its mail server, a browser; all ended after the last test.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Agent } from './agent.mjs';
import { newVisitor, openBrowser } from './browser.mjs';
import { startMailPeer } from './mail_peer.mjs';
import { startPlatform } from './platform.mjs';

// `prepare` runs once all is there, before the first test; `platform` is for startPlatform.
export function useWorld(prepare = async () => {}, platform = {}) {
  const world = {};
  before(async () => {
    [world.mail, world.browser] = await Promise.all([startMailPeer(), openBrowser()]);
    world.platform = await startPlatform({ smtpPort: world.mail.port, ...platform });
    await prepare();
  });
  after(async () => {
    await world.browser?.close();
    await world.platform?.end();
    await world.mail?.close();
  });
  // A visitor whose pages must not go wrong.
  world.withVisitor = async (options, work) => {
    const visitor = await newVisitor(world.browser, options);
    try {
      await work(visitor);
      assert.deepEqual(visitor.faults, []);
    } finally {
      await visitor.close();
    }
  };
  // An agent on the first screen, with the session of the first login: logins from one address are counted.
  const sessions = {};
  world.withAgent = (commune, work) => world.withVisitor({ storageState: sessions[commune] }, async (visitor) => {
    const agent = new Agent(await visitor.newPage(), world.platform[commune]);
    await (sessions[commune] ? agent.comeBack() : agent.enter());
    sessions[commune] ??= await visitor.context.storageState();
    await work(agent, visitor);
  });
  return world;
}
