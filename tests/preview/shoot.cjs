// Photographs the rendered samples and checks them in Chromium: node tests/preview/shoot.cjs <folder> [name...]
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const axe_source = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 1280];
const schemes = ['light', 'dark'];
const budget_html_bytes = 14 * 1024;
const budget_css_bytes = 12 * 1024;

const [folder, ...only] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/preview/shoot.cjs <folder> [name...]');
  process.exit(2);
}

const compressed = file => zlib.gzipSync(fs.readFileSync(path.join(folder, file)), { level: 6 }).length;

async function faults_of(page) {
  const faults = [];
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) faults.push(`scrolls sideways by ${overflow} px`);
  // Content added by a test runs beside the page's policy: axe is injected, the page itself has no script.
  await page.evaluate(axe_source);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const v of result.violations) faults.push(`axe ${v.id}: ${v.nodes.map(n => `${n.target} ${n.failureSummary}`).join(' | ')}`);
  return faults;
}

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  const names = fs.readdirSync(folder).filter(f => f.endsWith('.html')).map(f => f.slice(0, -5)).filter(n => !only.length || only.includes(n));
  let failures = 0;
  const fail = text => { failures += 1; console.log(text); };
  if (compressed('site.css') > budget_css_bytes) fail('site.css is over its budget');
  for (const name of names) if (compressed(`${name}.html`) > budget_html_bytes) fail(`${name} is over its budget`);
  for (const width of widths) {
    for (const colorScheme of schemes) {
      const context = await browser.newContext({ viewport: { width, height: width < 600 ? 640 : 800 }, colorScheme, locale: 'fr-FR' });
      const page = await context.newPage();
      for (const name of names) {
        await page.goto(pathToFileURL(path.resolve(folder, `${name}.html`)).href);
        for (const fault of await faults_of(page)) fail(`${name} ${width} ${colorScheme}: ${fault}`);
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
  }
  await browser.close();
  console.log(`${names.length} pages, ${names.length * 4} views, ${failures} faults`);
  process.exit(failures ? 1 : 0);
}

main();
