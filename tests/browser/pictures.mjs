// Takes the pictures of the README with invented people: node tests/browser/pictures.mjs
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Agent } from './support/agent.mjs';
import { newVisitor, openBrowser } from './support/browser.mjs';
import { identityCard } from './support/files.mjs';
import { startPlatform } from './support/platform.mjs';
import { Resident } from './support/resident.mjs';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const news = [
  ['Coupure d’eau mardi matin rue du Lavoir', 'L’eau sera coupée de 8 h à 11 h pour réparer une vanne.'],
  ['Fête du village le samedi 12 décembre', 'Marché de Noël, vin chaud et feu d’artifice sur la place de l’église.'],
];

async function publishNews(agent) {
  for (const [title, summary] of news) {
    const { id, revision } = await agent.call('POST', '/contents', { kind: 'news', section: 'actualites', title });
    const saved = await agent.call('PUT', `/contents/${id}`, { base_revision: revision, title, summary, body_markdown: summary, expires_at: null });
    await agent.call('POST', `/contents/${id}/publish`, { revision: saved.revision });
  }
}

async function sendRequests(browser, commune) {
  for (const name of ['Lucie Garnier', 'Ahmed Benali', 'Jeanne Roussel']) {
    const visitor = await newVisitor(browser);
    const resident = new Resident(await visitor.newPage(), commune, name);
    const email = `${name.toLowerCase().replace(' ', '.')}@exemple.fr`;
    if (name.startsWith('Ahmed')) await resident.sendBirthRequest(email, identityCard());
    else await resident.sendDeathRequest(email);
    await visitor.close();
  }
}

async function photograph(browser, platform) {
  const visitor = await newVisitor(browser);
  const agent = new Agent(await visitor.newPage(), platform.semur);
  await agent.enter();
  await agent.describeTownHall();
  await publishNews(agent);
  await sendRequests(browser, platform.semur);
  const page = await visitor.newPage();
  await page.goto(`${platform.semur.url}/`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}commune.png` });
  await agent.openCase('Jeanne Roussel');
  await agent.move('Commencer l’étude');
  await agent.open('/demandes');
  await agent.page.getByText('En cours d’étude').first().waitFor();
  await agent.page.screenshot({ path: `${folder}admin.png` });
}

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const platform = await startPlatform();
try {
  await photograph(browser, platform);
} finally {
  await browser.close();
  await platform.end();
}
