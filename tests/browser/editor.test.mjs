// Pages and news: written, previewed, published, read on the site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
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
  assert.equal(await preview(agent).locator('script:not([type="application/ld+json"])').count(), 0);
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

test('a text is formatted and mended by keyboard alone, before it is published', () => withAgent(async (agent) => {
  const { page } = agent;
  await agent.open('/contenus/nouveau?type=news');
  await page.getByLabel('Titre').fill('Marché de Noël');
  await page.keyboard.press('Enter');
  await agent.text().waitFor();
  await agent.text().focus();
  await page.keyboard.type('## Horaires');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- De 9 h à 12 h');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('FERMETURE DE LA PLACE LE SAMEDI');
  await preview(agent).getByRole('heading', { name: 'Horaires' }).waitFor();
  const checks = page.getByRole('region', { name: 'À vérifier avant de publier' });
  await checks.getByText('1 conseil', { exact: true }).waitFor();
  await inspect(page, 'admin verifications');
  await checks.getByRole('button', { name: /Aller à l’endroit/ }).press('Enter');
  await page.waitForFunction(() => document.getSelection()?.toString() === 'FERMETURE DE LA PLACE LE SAMEDI');
  await page.keyboard.type('La place est fermée samedi.');
  await checks.getByText(/le texte est prêt/).waitFor();
  await page.keyboard.press('Tab'); // leaves the text
  assert.equal(await agent.text().evaluate((text) => text === document.activeElement), false);
}));

test('what comes from Word is pasted as plain structure, under the policy of the site', () => withAgent(async (agent) => {
  await agent.open('/contenus/nouveau?type=news');
  await agent.page.getByLabel('Titre').fill('Collage');
  await agent.press('Commencer à écrire');
  await agent.text().waitFor();
  await agent.text().evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/html', '<h1 style="color:red">Réunion</h1><p class=MsoNormal><b>Mardi</b><o:p></o:p></p><p class=MsoListParagraph>'
      + '<span style="mso-list:Ignore">·</span>Pain</p><img src=x><script>window.bad=1</script>');
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await agent.text().locator('li').getByText('Pain').waitFor();
  assert.equal(await agent.text().getByRole('heading', { level: 2, name: 'Réunion' }).count(), 1);
  assert.equal(await agent.text().locator('img, script, [style]').count(), 0);
  assert.equal(await agent.page.evaluate(() => window.bad), undefined);
}));
