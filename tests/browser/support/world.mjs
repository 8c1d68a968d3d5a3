// What one file of tests stands on: a platform, its mail server, a browser; all ended after the last test.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { newVisitor, openBrowser } from './browser.mjs';
import { startMailPeer } from './mail_peer.mjs';
import { startPlatform } from './platform.mjs';

// `prepare` runs once all is there, before the first test.
export function useWorld(prepare = async () => {}) {
  const world = {};
  before(async () => {
    [world.mail, world.browser] = await Promise.all([startMailPeer(), openBrowser()]);
    world.platform = await startPlatform({ smtpPort: world.mail.port });
    await prepare();
  });
  after(async () => {
    await world.browser?.close();
    await world.platform?.end();
    await world.mail?.close();
  });
  // Closed by `withVisitor`, which also holds that nothing went wrong in any of the visitor's pages.
  world.withVisitor = async (options, work) => {
    const visitor = await newVisitor(world.browser, options);
    try {
      await work(visitor);
      assert.deepEqual(visitor.faults, []);
    } finally {
      await visitor.close();
    }
  };
  return world;
}
