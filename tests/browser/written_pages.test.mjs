// Pages with every block, news and alerts, as a resident without JavaScript nor mouse reads them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const blocks = [
  { type: 'text', body_markdown: '# Venir\n\nLe parking de l’église est à deux pas.' },
  { type: 'accordion', title: 'Questions', items: [{ title: 'Qui peut louer la salle', body_markdown: 'Tout habitant majeur.' }] },
  { type: 'map', title: 'Salle des fêtes', address: '2 rue du Lavoir', directions: 'Par la rue du Lavoir.', latitude: '48.1', longitude: '0.6' },
  { type: 'video', title: 'Visite', url: 'https://video.example/visite', transcript_markdown: 'Nous entrons.' },
  { type: 'action', label: 'Demander une date', url: '/demarches' },
];

async function publish(agent, content) {
  const made = await agent.call('POST', '/contents', { summary: '', body_markdown: '', blocks: [], details: {}, ...content });
  await agent.call('POST', `/contents/${made.id}/publish`, { revision: 1 });
}

const world = useWorld(() => world.withAgent('semur', async (agent) => {
  await agent.describeTownHall();
  await publish(agent, { kind: 'page', section: 'vivre-ici', title: 'La salle des fêtes', body_markdown: 'Elle se loue à la journée.', blocks });
  await publish(agent, { kind: 'page', section: 'vivre-ici', title: 'Page vide' });
  await publish(agent, { kind: 'news', title: 'La salle rouvre', summary: 'Après six mois de travaux.', body_markdown: 'Voyez [la salle](/vivre-ici/la-salle-des-fetes).', details: { category: 'Travaux', featured: true } });
  await publish(agent, { kind: 'news', title: 'Repas des aînés', body_markdown: 'Le 12 décembre.', details: { category: 'Fêtes' } });
  await publish(agent, { kind: 'event', title: 'Marché de Noël', body_markdown: 'Venez.', details: { starts: new Date(Date.now() + 864e5).toISOString().slice(0, 10), all_day: true, place: 'Place de l’Église' } });
  for (const severity of ['urgence', 'vigilance', 'information'])
    await publish(agent, { kind: 'alert', title: `Alerte ${severity}`, summary: 'Ne buvez pas l’eau du robinet.', body_markdown: 'De l’eau est distribuée à la mairie.', details: { severity } });
}));

test('a resident unfolds an answer with the keyboard and finds the way from a page to what speaks of it', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  const keyboard = new Keyboard(page);
  await page.goto(world.platform.semur.url);
  await keyboard.press('link', 'Vivre ici');
  await keyboard.press('link', 'La salle des fêtes');
  assert.equal(await page.getByText('Tout habitant majeur.').isVisible(), false);
  await page.locator('summary', { hasText: 'Qui peut louer' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.getByText('Tout habitant majeur.').isVisible(), true);
  await keyboard.press('link', 'La salle rouvre');
  await page.getByRole('heading', { level: 1, name: 'La salle rouvre' }).waitFor();
}));

test('an alert is a region with a heading on any page, and leads to more', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(`${world.platform.semur.url}/demarches`);
  const region = page.getByRole('region', { name: 'Alertes de la mairie' });
  assert.equal(await region.getByRole('heading', { level: 2 }).count(), 1);
  assert.match(await region.innerText(), /^\s*(Alertes de la mairie\s+)?Urgence/);
  await region.getByRole('link', { name: 'Alerte urgence' }).click();
  await page.getByText('De l’eau est distribuée à la mairie.').waitFor();
  assert.equal(await page.getByRole('region', { name: 'Alertes de la mairie' }).getByRole('link', { name: 'Alerte urgence' }).count(), 0);
}));

const pages = {
  accueil: '/', blocs: '/vivre-ici/la-salle-des-fetes', vide: '/vivre-ici/page-vide', actualites: '/actualites', categorie: '/actualites?categorie=travaux',
  actualite: '/actualites/la-salle-rouvre', alertes: '/alertes', alerte: '/alertes/alerte-urgence',
};
for (const [name, path] of Object.entries(pages)) {
  test(`${path} is accessible at every width`, () => world.withVisitor({}, async (visitor) => {
    const page = await visitor.newPage();
    assert.equal((await page.goto(world.platform.semur.url + path)).status(), 200);
    await inspect(page, `public ecrits-${name}`);
  }));
}

test('a site without alert has an empty list of them and no banner', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(`${world.platform.ecorpain.url}/alertes`);
  await page.getByText('Aucune alerte en ce moment.').waitFor();
  assert.equal(await page.getByRole('region', { name: 'Alertes de la mairie' }).count(), 0);
  await inspect(page, 'public ecrits-aucune-alerte');
}));
