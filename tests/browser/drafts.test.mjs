// What is typed is never lost: kept within two seconds of the last key, whatever dies, and taken up again elsewhere with a code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, newVisitor } from './support/browser.mjs';
import { inspect } from './support/inspect.mjs';
import { Keyboard } from './support/keyboard.mjs';
import { Resident, copySlug } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const keptWithinMs = 2000;

async function typePerson(page) {
  const resident = new Resident(page, world.platform.semur);
  await resident.start();
  await resident.choose('Un acte de décès');
  await resident.next();
  await resident.at('La personne concernée');
  await page.getByLabel('Nom de naissance').pressSequentially('Lefèvre', { delay: 20 });
  await page.getByLabel('Date du décès').pressSequentially('27 mars', { delay: 20 });
  await page.getByText(/^Réponses gardées à \d\d\sh\s\d\d\.$/).waitFor({ timeout: keptWithinMs });
  return resident;
}

async function takeCode(page) {
  await page.goto(`${world.platform.semur.url}/demarches/${copySlug}/plus-tard`);
  return (await page.locator('dd.code').innerText()).replaceAll(/\s+/g, '');
}

async function comeBack(page, code) {
  const keyboard = new Keyboard(page);
  await page.goto(`${world.platform.semur.url}/suivi`);
  await keyboard.press('link', 'Reprenez-la');
  await keyboard.write({ 'Code de reprise': code.toLowerCase() });
  await keyboard.press('button', 'Reprendre ma demande');
  await new Resident(page, world.platform.semur).at('La personne concernée');
  assert.equal(await page.getByLabel('Nom de naissance').inputValue(), 'Lefèvre');
  assert.equal(await page.getByLabel('Date du décès').inputValue(), '27 mars');
}

test('the server and the browser die in mid-form, and what was typed two seconds before is there again', async () => {
  const browser = await openBrowser();
  const visitor = await newVisitor(browser);
  const page = await visitor.newPage();
  await typePerson(page);
  const other = await visitor.newPage();
  const code = await takeCode(other);
  await world.platform.kill();
  await browser.close();
  await world.platform.serve();
  await world.withVisitor({ javaScript: 'off' }, async (next) => comeBack(await next.newPage(), code));
});

test('when the town hall cannot be reached the page says so, and keeps what was typed as soon as it can', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await typePerson(page);
  await visitor.context.setOffline(true);
  await page.getByLabel('Prénoms').pressSequentially('Jean', { delay: 20 });
  await page.getByText('Vos dernières réponses ne sont pas encore gardées.').waitFor();
  await visitor.context.setOffline(false);
  await page.getByText('Vos dernières réponses ne sont pas encore gardées.').waitFor({ state: 'hidden' });
  visitor.faults.length = 0; // the requests that failed on purpose
  await page.reload();
  assert.equal(await page.getByLabel('Prénoms').inputValue(), 'Jean');
}));

test('the page is left in the middle of a word, and the word is there when one comes back', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  const resident = await typePerson(page);
  await page.getByLabel('Prénoms').pressSequentially('Jean-B');
  await page.goto('about:blank');
  await resident.open(`/demarches/${copySlug}`);
  await page.getByRole('link', { name: 'Reprendre votre demande' }).click();
  await resident.at('La personne concernée');
  assert.equal(await page.getByLabel('Prénoms').inputValue(), 'Jean-B');
}));

test('« Continuer plus tard » is accessible, and so is the page that takes the code', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  const resident = await typePerson(page);
  await inspect(page, 'public form-kept');
  await page.getByRole('link', { name: 'Continuer plus tard ou sur un autre appareil' }).click();
  await resident.at('Continuer plus tard');
  await inspect(page, 'public form-later');
  await page.getByRole('button', { name: 'Envoyer le code' }).click();
  await page.getByRole('alert').waitFor();
  await inspect(page, 'public form-later-error');
  await resident.open('/reprendre');
  await inspect(page, 'public form-resume');
  await resident.type({ 'Code de reprise': 'K7QXM-29RTA-PW4ZN' });
  await resident.next('Reprendre ma demande');
  await page.getByRole('alert').waitFor();
  await inspect(page, 'public form-resume-error');
}));
