// Pages and news: written, previewed, published, read on the site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWorld } from './support/world.mjs';

const world = useWorld();

const withAgent = (work) => world.withAgent('semur', async (agent, visitor) => work(agent, await visitor.newPage()));
const preview = (agent) => agent.page.frameLocator('iframe[title="Aperçu de la page sur le site"]');
const publish = async (agent, action) => {
  await agent.press(action);
  await agent.page.getByRole('dialog').getByRole('button', { name: action }).click();
  await agent.page.getByText('C’est en ligne.').first().waitFor();
};
const read = async (reader, path) => {
  const answer = await reader.goto(world.platform.semur.url + path);
  return { status: answer.status(), text: await reader.locator('main').innerText() };
};

test('a news item is written, previewed, published and read', () => withAgent(async (agent, reader) => {
  await agent.go('Pages et actualités');
  await agent.page.getByRole('link', { name: 'Écrire une actualité' }).click();
  await agent.page.getByLabel('Titre').fill('Fête du village');
  await agent.press('Commencer à écrire');
  await agent.write('Rendez-vous **samedi** sur la place.\n<script>alert(1)</script>');
  await preview(agent).getByText('samedi', { exact: true }).waitFor();
  assert.equal(await preview(agent).locator('script').count(), 0);
  assert.equal((await read(reader, '/actualites/fete-du-village')).status, 404);

  await publish(agent, 'Publier');
  const item = await read(reader, '/actualites/fete-du-village');
  assert.equal(item.status, 200);
  assert.match(item.text, /Rendez-vous samedi sur la place\./);
  assert.equal(await reader.locator('main script').count(), 0);
  assert.match((await read(reader, '/')).text, /Fête du village/);
  assert.match((await read(reader, '/actualites')).text, /Fête du village/);
}));

test('a change waits for its publication, then everybody reads it', () => withAgent(async (agent, reader) => {
  await agent.go('Pages et actualités');
  await agent.page.getByRole('link', { name: 'Déchets et tri' }).click();
  await agent.write('Les bacs jaunes passent le **jeudi**.');
  await preview(agent).getByText('jeudi', { exact: true }).waitFor();
  await agent.page.getByText(/^Enregistré à/).first().waitFor();
  assert.doesNotMatch((await read(reader, '/vivre-ici/dechets-et-tri')).text, /bacs jaunes/);

  await publish(agent, 'Publier les modifications');
  assert.match((await read(reader, '/vivre-ici/dechets-et-tri')).text, /Les bacs jaunes passent le jeudi\./);
}));

test('a page taken off the site is gone for readers and kept for the agent', () => withAgent(async (agent, reader) => {
  await agent.go('Pages et actualités');
  await agent.page.getByRole('link', { name: 'Se déplacer' }).click();
  await agent.press('Retirer du site');
  await agent.page.getByRole('dialog').getByRole('button', { name: 'Retirer du site' }).click();
  await agent.page.getByText('Le texte n’est plus sur le site').first().waitFor();
  assert.equal((await read(reader, '/vivre-ici/se-deplacer')).status, 404);
  await agent.page.getByRole('button', { name: 'Publier' }).waitFor();
}));

test('of two agents who write the same page, the second is warned and loses nothing', () => withAgent(async (agent) => {
  await agent.go('Pages et actualités');
  await agent.page.getByRole('link', { name: 'Associations' }).click();
  await agent.text().waitFor();
  await withAgent(async (colleague) => {
    await colleague.go('Pages et actualités');
    await colleague.page.getByRole('link', { name: 'Associations' }).click();
    await colleague.write('Le club de tarot.');
    await colleague.page.getByText(/^Enregistré à/).first().waitFor();
  });
  await agent.write('La chorale.');
  await agent.page.getByText('Quelqu’un d’autre a modifié ce texte').first().waitFor();
  assert.equal(await agent.text().innerText(), 'La chorale.');
}));

test('new hours are on every page at once', () => withAgent(async (agent, reader) => {
  assert.match((await read(reader, '/')).text, /Horaires à confirmer/);
  await agent.describeTownHall();
  const { text } = await read(reader, '/');
  assert.doesNotMatch(text, /Horaires à confirmer/);
  assert.match(text, /9\sh/);
}));

test('a closed procedure says so and takes no request', () => withAgent(async (agent, reader) => {
  await agent.go('Démarches');
  await agent.press('Fermer « Opération tranquillité vacances »');
  await agent.page.getByRole('dialog').getByRole('button', { name: 'Fermer la démarche' }).click();
  await agent.page.getByText('est fermée.').first().waitFor();
  const page = await read(reader, '/demarches/operation-tranquillite-vacances');
  assert.match(page.text, /Cette démarche est fermée/);
  assert.equal(await reader.getByRole('link', { name: 'Commencer' }).count(), 0);
}));
