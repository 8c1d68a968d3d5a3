// Acts: an agent publishes a deliberation, a resident without JavaScript nor mouse finds it and takes the file along.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n', 'latin1');
const pdf = { name: 'délibération 41.pdf', mimeType: 'application/pdf', buffer: bytes };
const name = 'Délibération n° 2026-41';

test('pages of acts of a commune without any are accessible', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  for (const path of ['/actes', '/actes/seances']) {
    assert.equal((await page.goto(world.platform.semur.url + path)).status(), 200);
    await inspect(page, `public${path.replaceAll('/', '-')}-vide`);
  }
}));

test('an agent prepares a deliberation, mends it and publishes it', () => world.withAgent('semur', async (agent) => {
  const { page } = agent;
  await agent.go('Actes');
  await page.getByText('Aucun acte pour le moment').waitFor();
  await inspect(page, 'admin actes-vide');
  await page.getByRole('link', { name: 'Préparer un acte' }).click();
  await agent.press('Enregistrer et choisir le fichier');
  await page.getByText('Écrivez l’objet de l’acte.').waitFor();
  await inspect(page, 'admin acte-nouveau-erreurs');
  const fields = {
    Objet: 'Subvention à l’association des parents d’élèves', Numéro: '2026-41', 'Date de l’acte': '2026-11-12', 'Code de la matière': '7.5',
    'Élus du conseil': '11', Votants: '10', Pour: '8', Contre: '1', Abstentions: '1',
  };
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
  await agent.press('Enregistrer et choisir le fichier');
  await agent.at(name);
  await page.getByText('Ajoutez le fichier PDF de l’acte.').waitFor();
  await page.getByLabel('Choisir un fichier PDF').setInputFiles({ name: 'faux.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
  await page.locator('.act-file [role=alert]').waitFor();
  await page.getByLabel('Choisir un fichier PDF').setInputFiles(pdf);
  await page.getByText('délibération 41.pdf').first().waitFor();
  await inspect(page, 'admin acte-brouillon');
  await agent.press('Publier l’acte');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('plus rien ne change').waitFor();
  await inspect(page, 'admin acte-publier');
  await dialog.getByRole('button', { name: 'Publier l’acte' }).click();
  await page.getByText('Preuve de publication').waitFor();
  await page.getByText('Peut être retiré à partir du').waitFor();
  await agent.press('Demander une attestation (PDF)');
  await page.getByRole('link', { name: /^Télécharger l’attestation/ }).waitFor();
  await inspect(page, 'admin acte-en-ligne');
  await agent.go('Actes');
  await page.getByText('À publier').waitFor();
  await inspect(page, 'admin actes');
  await page.getByRole('link', { name: 'Réglages de la publication' }).click();
  await page.getByLabel('Numéro SIRET de la commune').waitFor();
  await inspect(page, 'admin actes-reglages');
}));

test('a resident finds the act with the keyboard alone and takes its file along', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  const keyboard = new Keyboard(page);
  await page.goto(world.platform.semur.url);
  await keyboard.press('link', 'La mairie');
  await keyboard.press('link', 'Les actes de la commune');
  await page.getByLabel('Mots ou numéro').fill('ELEVES subvention');
  await keyboard.press('button', 'Chercher', page.getByRole('main'));
  await keyboard.press('link', name);
  await page.getByText(/Pour\s: 8, contre\s: 1/).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Télécharger l’acte/ }).click()]);
  const digest = createHash('sha256').update(readFileSync(await download.path())).digest('hex');
  assert.equal(digest, createHash('sha256').update(bytes).digest('hex'));
  await page.getByText('Vérifier que le document').click();
  assert.equal((await page.locator('.fingerprint').innerText()).replaceAll(' ', ''), digest);
  await keyboard.press('link', 'Tous les documents de la séance du 12 novembre 2026');
  await page.getByRole('heading', { name: 'Délibérations' }).waitFor();
}));

const pages = { actes: '/actes', recherche: '/actes?q=piscine', acte: '/actes/deliberation-2026-41', seances: '/actes/seances', seance: '/actes/seances/2026-11-12' };
for (const [shot, path] of Object.entries(pages)) {
  test(`${path} is accessible at every width`, () => world.withVisitor({}, async (visitor) => {
    const page = await visitor.newPage();
    assert.equal((await page.goto(world.platform.semur.url + path)).status(), 200);
    await inspect(page, `public actes-${shot}`);
  }));
}
