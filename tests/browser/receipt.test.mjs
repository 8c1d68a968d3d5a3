// The receipt that the law asks for (CRPA L112-11, R112-11-1), and the tracking that it opens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityCard } from './support/files.mjs';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(() => world.withAgent('semur', (agent) => agent.describeTownHall()));
const withResident = (work) => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  await work(new Resident(page, world.platform.semur), page);
});

test('the receipt arrives with its mandatory mentions', () => withResident(async (resident) => {
  const email = 'accuse@exemple.fr';
  const { reference, code } = await resident.sendBirthRequest(email, identityCard());
  const mail = await world.mail.waitFor({ to: email });
  const today = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date());
  const mentions = [
    'accusé de réception électronique', reference, today, 'Demande de copie d’acte d’état civil',
    'Mairie de Semur-en-Vallon', '1 place de la Mairie', '02 43 00 00 00', 'mairie@exemple.fr', `${world.platform.semur.url}/suivi`,
  ];
  for (const mention of mentions) assert.ok(mail.text.includes(mention), `${mention} in\n${mail.text}`);
  assert.equal(mail.text.match(/Code de suivi\s: (\S+)/)?.[1].replaceAll('-', ''), code.replaceAll('-', ''));
  assert.ok(mail.messageId);
}));

test('the receipt tells nothing of the answers', () => withResident(async (resident) => {
  const email = 'discret@exemple.fr';
  await resident.sendDeathRequest(email);
  const mail = await world.mail.waitFor({ to: email });
  for (const secret of ['Lefèvre', '27/03/1984', 'Lavoir']) assert.ok(!mail.text.includes(secret), secret);
}));

test('the town hall hears of it without personal data', () => withResident(async (resident) => {
  const { reference } = await resident.sendDeathRequest('mairie-prevenue@exemple.fr');
  const mail = await world.mail.waitFor({ to: world.platform.semur.agent.email, text: reference });
  for (const secret of ['Martin', 'mairie-prevenue', 'Lefèvre']) assert.ok(!mail.text.includes(secret), secret);
}));

test('code and address open the request in another browser', () => withResident(async (resident) => {
  const email = 'suivi@exemple.fr';
  const { reference, code } = await resident.sendDeathRequest(email);
  await withResident(async (later, page) => {
    await later.track(code.toLowerCase().replace(/(.{4})/g, '$1 '), email.toUpperCase());
    await later.at('Demande de copie d’acte d’état civil');
    assert.match(await page.locator('main').innerText(), new RegExp(reference));
  });
}));

test('a code with the wrong address opens nothing and says so', () => withResident(async (resident) => {
  const { code } = await resident.sendDeathRequest('juste@exemple.fr');
  await withResident(async (stranger, page) => {
    await stranger.track(code, 'faux@exemple.fr');
    await page.getByRole('alert').waitFor();
    assert.match(await page.title(), /^Erreur\s: /);
    assert.equal(await page.getByLabel('Code de suivi').inputValue(), code);
    await stranger.open('/suivi/demande');
    await stranger.at('Suivre une demande');
  });
}));

test('a code of one commune opens nothing in another', () => withResident(async (resident) => {
  const email = 'voisine@exemple.fr';
  const { code } = await resident.sendDeathRequest(email);
  await world.withVisitor({ javaScript: 'off' }, async (visitor) => {
    const neighbour = new Resident(await visitor.newPage(), world.platform.ecorpain);
    await neighbour.track(code, email);
    await neighbour.page.getByRole('alert').waitFor();
  });
}));
