// A mail server that is away or refuses an address harms no resident, and the town hall sees what did not arrive.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();

const withBoth = (work) => world.withAgent('semur', async (agent, visitor) => {
  await work(agent, new Resident(await visitor.newPage(), world.platform.semur));
});
// The list is asked again until the mail is in it with this state.
async function seeInOutbox(agent, recipient, state) {
  const row = agent.page.getByRole('listitem').filter({ hasText: recipient }).filter({ hasText: state });
  await agent.open('/envois');
  for (let asked = 0; asked < 40 && (await row.count()) === 0; asked += 1) {
    await agent.page.reload({ waitUntil: 'networkidle' });
  }
  await row.waitFor();
  return row;
}

test('an address that does not exist is shown to the town hall, which sends again', () => withBoth(async (agent, resident) => {
  const email = 'inconnue@exemple.fr';
  world.mail.refused.add(email);
  await resident.sendDeathRequest(email);
  const row = await seeInOutbox(agent, email, 'Abandonné : à vous de relancer');
  assert.match(await row.innerText(), /550/);
  await agent.go('Accueil');
  await agent.page.getByText('envoi n’a pas abouti').waitFor();

  world.mail.refused.delete(email);
  await agent.go('Envois');
  await row.getByRole('button').click();
  await world.mail.waitFor({ to: email, text: 'accusé de réception électronique' });
}));

test('while the mail server is away requests are taken, and the receipt leaves when it is back', () => withBoth(async (agent, resident) => {
  const email = 'patience@exemple.fr';
  await world.mail.close();
  const { reference } = await resident.sendDeathRequest(email);
  const row = await seeInOutbox(agent, email, 'En attente d’un nouvel essai');
  await world.mail.open();
  await row.getByRole('button').click();
  const mail = await world.mail.waitFor({ to: email });
  assert.ok(mail.text.includes(reference));
  assert.equal(world.mail.mails.filter(({ to }) => to.text.includes(email)).length, 1);
}));
