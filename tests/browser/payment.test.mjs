// Paying an invoice from its letter, without JavaScript and by the keyboard alone, against the PayFiP simulator of the program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { Keyboard } from './support/keyboard.mjs';
import { ask, binary } from './support/platform.mjs';
import { useWorld } from './support/world.mjs';

const simulator = spawn(join(dirname(binary), 'clocher-payfip-simulator'), ['--port', '0', '--ends-with-parent'], { stdio: ['ignore', 'pipe', 'ignore'] });
const endpoint = await new Promise((told) => createInterface({ input: simulator.stdout }).once('line', (line) => told(/http:\S+/.exec(line)[0])));
const bank = new URL(endpoint).origin;
after(async () => {
  simulator.kill('SIGTERM');
  if (simulator.exitCode === null) await once(simulator, 'exit');
});

let cookie;
let regie;
const office = async (method, path, body) => (await ask(world.platform.port, world.platform.semur.host, method, `/api/v1${path}`, body, cookie)).body;

const world = useWorld(async () => {
  const { port, semur } = world.platform;
  ({ cookie } = await ask(port, semur.host, 'POST', '/api/v1/session', { email: semur.agent.email, password: semur.agent.password }));
  regie = await office('POST', '/regies', {
    name: 'Régie périscolaire', kind: 'recettes', products: [{ code: 'cantine', label: 'Cantine' }], means: ['online', 'cheque', 'cash'],
    members: [{ role: 'regisseur', name: 'Paul Régis' }],
  });
  await office('PUT', `/regies/${regie.id}/account`, { gateway: 'payfip', account: '006382' });
  await office('POST', `/regies/${regie.id}/connection`);
  for (const mode of ['activation', 'production']) await office('POST', `/regies/${regie.id}/mode`, { mode });
}, { settings: { CLOCHER_PAYFIP_ENDPOINT: endpoint } });

// An invoice of its own for each test.
const invoice = (object, email = 'parent@exemple.fr') => office('POST', '/debts', {
  regie_id: regie.id, product: 'cantine', object, amount_cents: 4250, debtor_name: 'Famille Leroy', debtor_email: email, due_on: '2030-12-31',
});

const withPayer = (work) => world.withVisitor({ javaScript: 'off', partners: [bank] }, async (visitor) => {
  const page = await visitor.newPage();
  await work(page, world.platform.semur.url);
});

const fillLetter = async (page, site, debt) => {
  await page.goto(`${site}/payer`);
  await page.getByLabel('Référence', { exact: true }).fill(debt.printed_reference.toLowerCase());
  await page.getByLabel('Montant à payer, en euros', { exact: true }).fill('42,50');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('heading', { level: 1, name: debt.object }).waitFor();
};

test('an invoice is paid from its letter in three pages, two fields and three clicks', async () => {
  const debt = await invoice('Cantine de mars');
  await withPayer(async (page, site) => {
    await fillLetter(page, site, debt);
    await page.getByRole('button', { name: 'Payer en ligne' }).click();
    await page.getByRole('button', { name: 'Payer par carte bancaire' }).click();
    await page.getByRole('link', { name: 'Revenir sur le site de la commune' }).click();
    await page.getByText('C’est payé.').waitFor();
    assert.match(await page.locator('main').innerText(), /R1-\d{4}-\d{6}/);
    const mail = await world.mail.waitFor({ to: 'parent@exemple.fr', text: 'Cantine de mars' });
    assert.ok(mail.text.includes('42,50'));
    await fillLetter(page, site, debt);
    await page.getByText('C’est payé.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Payer en ligne' }).count(), 0);
  });
});

test('the keyboard alone is enough', async () => {
  const debt = await invoice('Garderie de mars', 'clavier@exemple.fr');
  await withPayer(async (page, site) => {
    await page.goto(`${site}/payer`);
    const keyboard = new Keyboard(page);
    await keyboard.write({ 'Référence': debt.reference, 'Montant à payer, en euros': '42,50' });
    await keyboard.press('button', 'Continuer');
    await page.getByRole('heading', { level: 1, name: 'Garderie de mars' }).waitFor();
    await keyboard.press('button', 'Payer en ligne');
    await page.getByRole('button', { name: 'Payer par carte bancaire' }).waitFor();
  });
});

test('a payment that was given up says so and does not pay twice', async () => {
  const debt = await invoice('Cantine d’avril', 'avril@exemple.fr');
  await withPayer(async (page, site) => {
    await fillLetter(page, site, debt);
    await page.getByRole('button', { name: 'Payer en ligne' }).click();
    await page.getByRole('button', { name: 'Abandonner le paiement' }).click();
    const tab = await page.context().newPage();
    await tab.goto(`${site}${debt.page_url}`);
    await tab.getByText('Un paiement est en cours').waitFor();
    assert.equal(await tab.getByText('C’est payé').count(), 0);
    assert.equal(await tab.getByRole('button', { name: 'Payer en ligne' }).count(), 0);
    await page.getByRole('button', { name: 'Payer quand même par carte bancaire' }).click();
    await page.getByRole('link', { name: 'Revenir sur le site de la commune' }).click();
    await page.getByText('C’est payé.').waitFor();
  });
});

test('a reference with a slip is told, and what was typed stays', async () => {
  await withPayer(async (page, site) => {
    await page.goto(`${site}/payer`);
    await page.getByLabel('Référence', { exact: true }).fill('26ABCDEFGHAA');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('alert').waitFor();
    assert.match(await page.title(), /^Erreur\s: /);
    assert.equal(await page.getByLabel('Référence', { exact: true }).inputValue(), '26ABCDEFGHAA');
  });
});

test('the pages of paying are accessible at every width, empty, wrong and paid', async () => {
  const debt = await invoice('Cantine de mai', 'mai@exemple.fr');
  await world.withVisitor({ partners: [bank] }, async (visitor) => {
    const page = await visitor.newPage();
    const site = world.platform.semur.url;
    await page.goto(`${site}/payer`);
    await inspect(page, 'public paiement-lettre');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('alert').waitFor();
    await inspect(page, 'public paiement-lettre-erreur');
    await fillLetter(page, site, debt);
    await inspect(page, 'public paiement-somme');
    await page.getByLabel('Adresse électronique', { exact: true }).fill('mai');
    await page.getByRole('button', { name: 'Payer en ligne' }).click();
    await page.getByRole('alert').waitFor();
    await inspect(page, 'public paiement-erreur');
    await page.getByLabel('Adresse électronique', { exact: true }).fill('mai@exemple.fr');
    await page.getByRole('button', { name: 'Payer en ligne' }).click();
    await page.getByRole('button', { name: 'Payer par carte bancaire' }).waitFor();
    const tab = await page.context().newPage();
    await tab.goto(`${site}${debt.page_url}`);
    await inspect(tab, 'public paiement-en-cours');
    await page.getByRole('button', { name: 'Payer par carte bancaire' }).click();
    await page.getByRole('link', { name: 'Revenir sur le site de la commune' }).click();
    await page.getByText('C’est payé.').waitFor();
    await inspect(page, 'public paiement-paye');
  });
});
