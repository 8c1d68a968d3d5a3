// Debian's Chromium, kept away from the network, and pages that remember everything that went wrong in them.
import { chromium } from 'playwright-core';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP *.clocher.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
const patienceMs = 15_000;

export function openBrowser(more = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: [...quiet, ...more] });
}

// A visitor with cookies of their own. javaScript: 'on' or 'off'; `partners` are origins beside the communes' that pages may lead to.
export async function newVisitor(browser, { javaScript = 'on', width = 1280, colorScheme = 'light', storageState, partners = [] } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 640 : 800 },
    javaScriptEnabled: javaScript === 'on',
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    acceptDownloads: true,
    storageState,
  });
  context.setDefaultTimeout(patienceMs);
  const faults = [];
  context.on('page', (page) => watch(page, faults, partners));
  return { context, faults, newPage: () => context.newPage(), close: () => context.close() };
}

// Console errors (the policy's refusals are among them), exceptions, failed and foreign requests.
// A status from 400 on is no fault here: Chromium writes it in the console, the test looks at it where it matters.
function watch(page, faults, partners) {
  page.on('console', (message) => {
    const isStatus = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isStatus) faults.push(`console ${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception ${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol, origin } = new URL(request.url());
    if (protocol === 'http:' && !partners.includes(origin) && !hostname.endsWith('.clocher.localhost')) faults.push(`foreign ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed ${request.url()}: ${reason}`);
  });
}
