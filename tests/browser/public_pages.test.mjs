// Every public page, in every state: accessible, within its width, light and dark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { falsePdf, identityCard } from './support/files.mjs';
import { inspect } from './support/inspect.mjs';
import { copySlug, Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

// Semur-en-Vallon has described itself and publishes; Écorpain is as it was made.
const world = useWorld(() => world.withAgent('semur', async (agent) => {
  await agent.describeTownHall();
  const { id } = await agent.call('POST', '/contents', { kind: 'news', section: 'actualites', title: long });
  const body = `## Ordre du jour\n\n1. Tracé\n2. Calendrier\n\n| Rue | Début |\n|---|---|\n| du Lavoir | mars |\n\n> Venez nombreux.\n\n[Une adresse très longue](https://www.exemple.fr/${'tres-long-'.repeat(12)})`;
  const saved = await agent.call('PUT', `/contents/${id}`, { base_revision: 1, title: long, summary: long, body_markdown: body, expires_at: null });
  await agent.call('POST', `/contents/${id}/publish`, { revision: saved.revision });
}));
const long = 'Réunion publique sur l’extension du réseau d’assainissement collectif et la révision du plan local d’urbanisme intercommunal';

const withPage = (work) => world.withVisitor({}, async (visitor) => work(await visitor.newPage()));

const paths = {
  accueil: '/', mairie: '/la-mairie', conseil: '/la-mairie/conseil-municipal', vivre: '/vivre-ici', urgences: '/vivre-ici/numeros-d-urgence',
  actualites: '/actualites', demarches: '/demarches', demarche: `/demarches/${copySlug}`, plan: '/plan-du-site', mentions: '/mentions-legales',
  accessibilite: '/accessibilite', donnees: '/donnees-personnelles', suivi: '/suivi', introuvable: '/nulle-part',
};
for (const [name, path] of Object.entries(paths)) {
  test(`${path} of a commune that publishes`, () => withPage(async (page) => {
    await page.goto(world.platform.semur.url + path);
    await inspect(page, `public ${name} semur`);
  }));
}

test('every page that the map of a new site names', () => withPage(async (page) => {
  const { url } = world.platform.ecorpain;
  await page.goto(`${url}/plan-du-site`);
  await inspect(page, 'public plan ecorpain');
  const links = await page.locator('main a').evaluateAll((anchors) => anchors.map((anchor) => anchor.pathname));
  assert.ok(links.length >= 20, `${links.length} links`);
  for (const path of new Set(links)) {
    const answer = await page.goto(url + path);
    assert.equal(answer.status(), 200, path);
    await inspect(page, `public ecorpain${path.replaceAll('/', ' ').trimEnd()}`);
  }
}));

test('a news item with a table, a quotation and a long link', () => withPage(async (page) => {
  await page.goto(`${world.platform.semur.url}/actualites`);
  await page.getByRole('link', { name: long }).click();
  await page.getByRole('heading', { level: 1, name: long }).waitFor();
  await inspect(page, 'public actualite');
}));

test('an unknown address', () => withPage(async (page) => {
  const answer = await page.goto(`http://inconnue.clocher.localhost:${world.platform.port}/`);
  assert.equal(answer.status(), 404);
  await inspect(page, 'public adresse-inconnue');
}));

test('the tracking form with its errors', () => withPage(async (page) => {
  const resident = new Resident(page, world.platform.semur);
  await resident.open('/suivi');
  await resident.next('Voir ma demande');
  await page.getByRole('alert').waitFor();
  await inspect(page, 'public suivi-erreurs');
}));

test('each step of a procedure, empty and with errors', () => withPage(async (page) => {
  const resident = new Resident(page, world.platform.semur);
  const inspectWithErrors = async (name) => {
    await inspect(page, `public etape-${name}`);
    await resident.next();
    await page.getByRole('alert').waitFor();
    await inspect(page, `public etape-${name}-erreurs`);
  };
  await resident.start();
  await inspectWithErrors('acte');
  await resident.choose('Un acte de naissance');
  await resident.next();
  await resident.choose('Copie intégrale');
  await resident.next();
  await resident.at('La personne concernée');
  await inspectWithErrors('personne');
  await resident.open(`/demarches/${copySlug}`);
  await page.getByRole('link', { name: 'Reprendre votre demande' }).waitFor();
  await inspect(page, 'public demarche-brouillon');
}));

test('files, the last page, the confirmation and the tracked request', () => withPage(async (page) => {
  const resident = new Resident(page, world.platform.semur);
  await resident.start();
  await resident.askForBirth();
  await inspect(page, 'public etape-vous');
  await resident.giveContact('pages@exemple.fr');
  await resident.joinIdentity([identityCard('recto.png'), falsePdf()]);
  await page.getByRole('alert').waitFor();
  await inspect(page, 'public etape-pieces-erreurs');
  await resident.next();
  await resident.takeAtTheDesk();
  await inspect(page, 'public verification');
  const { code } = await resident.send();
  await inspect(page, 'public confirmation');
  await resident.track(code, 'pages@exemple.fr');
  await resident.at('Demande de copie d’acte d’état civil');
  await inspect(page, 'public demande');
  await resident.next('Envoyer le message');
  await page.getByRole('alert').waitFor();
  await inspect(page, 'public demande-erreurs');
  await page.getByLabel('Votre message à la mairie').fill('Bonjour,\n\nQuand puis-je passer ?');
  await resident.next('Envoyer le message');
  await page.getByRole('status').waitFor();
  await inspect(page, 'public demande-message');
}));

test('the last page of a draft that misses answers', () => withPage(async (page) => {
  const resident = new Resident(page, world.platform.semur);
  await resident.start();
  await resident.askForDeath();
  await resident.open(`/demarches/${copySlug}/verification`);
  await inspect(page, 'public verification-incomplete');
}));
