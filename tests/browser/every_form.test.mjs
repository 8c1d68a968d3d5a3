// Every procedure of the catalogue, as residents meet it: walked from its own test answers, with JavaScript and without, its pages
// held to the rules of forms and to axe, empty, with errors and full.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, catalogue, fillPage } from './support/catalogue.mjs';
import { faultsOf, inspect } from './support/inspect.mjs';
import { hasFocus, Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const procedures = catalogue();
const mostPages = 40;
const world = useWorld(() => world.withAgent('semur', async (agent) => {
  for (const { slug } of procedures) await agent.call('PATCH', `/procedures/${slug}`, { state: 'open' });
}));

const sameWords = (text) => text.replaceAll(/\s+/g, ' ').trim();
const proceed = (page) => page.getByRole('button', { name: 'Continuer', exact: true }).click();

async function axeAt(page, ...widths) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await faultsOf(page), [], `${page.url()} at ${width} px`);
  }
}

// What every page of a form has: rules 2, 3, 7 and 11, and controls that a finger finds.
async function holdsRules(page) {
  const found = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    form: document.querySelector('main form')?.noValidate ?? true,
    stars: [...document.querySelectorAll('main label, main legend')].filter((label) => label.textContent.includes('*')).length,
    required: document.querySelectorAll('main [required]').length,
    low: [...document.querySelectorAll('main form .button')].filter((button) => button.getBoundingClientRect().height < 44).length,
    unnamed: [...document.querySelectorAll('main form [name]:not([type=hidden], button)')].filter((control) => !control.labels?.length).map(({ name }) => name),
  }));
  assert.deepEqual(found, { headings: 1, form: true, stars: 0, required: 0, low: 0, unnamed: [] }, page.url());
  assert.equal(await page.getByRole('link', { name: 'Retour', exact: true }).count(), 1, `${page.url()}: a way back`);
}

// Rules 4 and 5: the title says it, the summary comes first, has the focus, and each of its links lands on the field that says the same.
async function holdsErrors(page) {
  assert.match(await page.title(), /^Erreur\s: /);
  const summary = page.getByRole('alert');
  await hasFocus(summary, `${page.url()}: the summary has the focus`);
  assert.ok(await summary.evaluate((element) => document.querySelector('main').querySelector('h1, h2, [role=alert]') === element ||
    element.contains(document.querySelector('main').querySelector('h1, h2'))), `${page.url()}: the summary comes first`);
  for (const link of await summary.getByRole('link').all()) {
    const target = page.locator(`[id="${(await link.getAttribute('href')).slice(1)}"]`);
    assert.equal(await target.count(), 1, `${page.url()}: ${await link.getAttribute('href')}`);
    const field = page.locator('main .field', { has: target });
    assert.ok(sameWords(await field.first().innerText()).includes(sameWords(await link.innerText())), `${page.url()}: the field says the same`);
  }
}

const pathOf = (page) => new URL(page.url()).pathname;

// Sends the page as it is: what must be answered is told, and nothing else happens.
async function sendEmpty(page) {
  const before = pathOf(page);
  await proceed(page);
  if (pathOf(page) !== before) return page.goBack();
  await holdsErrors(page);
  await axeAt(page, 320);
}

async function walk(page, procedure, { looks }) {
  const answers = answersOf(procedure);
  await page.goto(`${world.platform.semur.url}/demarches/${procedure.slug}`);
  if (looks) await axeAt(page, 320, 1280);
  await page.getByRole('link', { name: 'Commencer' }).click();
  for (let pages = 0, last = ''; !pathOf(page).endsWith('/verification'); pages += 1) {
    assert.ok(pages < mostPages, `${page.url()}: no end`);
    if (looks && pathOf(page) !== last) {
      await holdsRules(page);
      await axeAt(page, 320, 1280);
      await sendEmpty(page);
    }
    last = pathOf(page);
    await fillPage(page, answers);
    if (looks) await axeAt(page, 1280);
    await proceed(page);
    assert.doesNotMatch(await page.title(), /^Erreur/, `${page.url()}: ${await page.locator('main').innerText()}`);
  }
}

// Rules 9 and 10.
async function changeAndSend(page, { looks }) {
  if (looks) await axeAt(page, 320, 1280);
  await page.getByRole('link', { name: /^Modifier/ }).first().click();
  await page.getByRole('button', { name: 'Enregistrer et revenir' }).click();
  assert.match(pathOf(page), /\/verification$/);
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await page.getByRole('heading', { level: 1, name: 'Votre demande est envoyée' }).waitFor();
  assert.match(await page.locator('dt:text-is("Référence") + dd').innerText(), /^\d{4}-\d{5}$/);
  await page.getByRole('heading', { name: 'Et maintenant ?' }).waitFor();
  if (looks) await axeAt(page, 320, 1280);
}

for (const procedure of procedures) {
  test(`${procedure.slug} keeps the rules of forms and is sent`, () => world.withVisitor({}, async (visitor) => {
    const page = await visitor.newPage();
    await walk(page, procedure, { looks: true });
    await changeAndSend(page, { looks: true });
  }));

  test(`${procedure.slug} is sent without JavaScript`, () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
    const page = await visitor.newPage();
    await walk(page, procedure, { looks: false });
    await changeAndSend(page, { looks: false });
  }));
}

test('a street lamp is reported with the keyboard in four pages and four answers', () => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  const keyboard = new Keyboard(page);
  await page.goto(`${world.platform.semur.url}/demarches/signaler-un-probleme`);
  await keyboard.press('link', 'Commencer');
  await keyboard.pick('Quel problème voyez-vous ?', 0);
  await keyboard.write({ 'Où est-ce ?': '12 rue du Lavoir', 'Votre nom': 'Zoé Martin', 'Votre adresse électronique': 'lampe@exemple.fr' });
  await keyboard.press('button', 'Continuer');
  await keyboard.press('button', 'Envoyer ma demande');
  await page.getByRole('heading', { level: 1, name: 'Votre demande est envoyée' }).waitFor();
}));

test('whoever a procedure does not concern is told why, and finds the way back with what was typed', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  const birthday = `01/01/${new Date().getFullYear() - 10}`;
  await page.goto(`${world.platform.semur.url}/demarches/recensement-citoyen`);
  await page.getByRole('link', { name: 'Commencer' }).click();
  await page.getByLabel('Son parent ou son représentant légal').check();
  await page.getByLabel('Date de naissance du jeune').fill(birthday);
  await proceed(page);
  await page.getByRole('heading', { level: 1, name: 'C’est encore trop tôt' }).waitFor();
  await inspect(page, 'public fin-de-demarche');
  await page.getByRole('link', { name: 'Modifier mes réponses' }).click();
  assert.equal(await page.getByLabel('Date de naissance du jeune').inputValue(), birthday);
}));

test('procedures stand under headings, and a model is not there', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(`${world.platform.semur.url}/demarches`);
  const headings = await page.locator('main h2').allInnerTexts();
  assert.ok(['État civil et citoyenneté', 'Enfance et école', 'Rues et cadre de vie'].every((title) => headings.includes(title)), headings.join());
  await axeAt(page, 320, 1280);
  await page.goto(`${world.platform.ecorpain.url}/demarches`);
  assert.equal(await page.getByRole('link', { name: 'Demander une salle' }).count(), 0);
  assert.equal((await page.goto(`${world.platform.ecorpain.url}/demarches/location-de-salle`)).status(), 404);
}));
