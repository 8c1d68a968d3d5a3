// Looks at the page on screen in each width and colour: axe-core, sideways scrolling, a photograph.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { screenshots } from './platform.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [320, 1280];
const schemes = ['light', 'dark'];

export async function inspect(page, name) {
  const faults = [];
  mkdirSync(screenshots, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 600 ? 640 : 800 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${name} ${width} ${colorScheme}`;
      faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
      if (colorScheme === 'light' || width === 1280) await page.screenshot({ path: join(screenshots, `${where.replaceAll(' ', '-')}.png`), fullPage: true });
    }
  }
  assert.deepEqual(faults, []);
}

// What is wrong with the page as it stands.
export async function faultsOf(page) {
  await settled(page);
  const faults = [];
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) faults.push(`scrolls sideways by ${overflow} px`);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }), rules);
  for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
  return faults;
}

// Colours in the middle of a transition would be measured wrongly.
async function settled(page) {
  // One of an element that is not drawn, in a closed fold, never ends and shows nothing.
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity && each.effect?.target?.checkVisibility())
    .map((each) => each.finished.catch(() => {}))));
}
