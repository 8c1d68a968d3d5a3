// The agent's path: from the inbox to the answer that the resident reads.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Agent } from './support/agent.mjs';
import { identityCard, receiptPdf } from './support/files.mjs';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();

// A resident sent a request; the agent is in the inbox.
async function withBoth(email, work, file) {
  await world.withVisitor({ javaScript: 'off' }, async (home) => {
    const resident = new Resident(await home.newPage(), world.platform.semur);
    const sent = file ? await resident.sendBirthRequest(email, file) : await resident.sendDeathRequest(email);
    await world.withAgent('semur', (agent) => work(agent, resident, sent));
  });
}

const openCaseOf = async (agent, { reference }) => {
  await agent.go('Demandes');
  await agent.page.getByRole('row').filter({ hasText: reference }).getByRole('link').click();
  await agent.page.getByRole('heading', { name: 'Et maintenant ?' }).waitFor();
};

test('a wrong password opens nothing and keeps the address', () => world.withVisitor({}, async (visitor) => {
  const agent = new Agent(await visitor.newPage(), world.platform.ecorpain);
  await agent.login('ce n’est pas le bon');
  await agent.page.getByRole('alert').getByText('ne correspond pas').waitFor();
  assert.equal(await agent.page.getByLabel('Adresse électronique').inputValue(), world.platform.ecorpain.agent.email);
}));

test('an account of one commune opens nothing in another', () => world.withVisitor({}, async (visitor) => {
  const { semur, ecorpain } = world.platform;
  const agent = new Agent(await visitor.newPage(), { ...ecorpain, agent: semur.agent });
  await agent.login();
  await agent.page.getByRole('alert').waitFor();
}));

test('the agent finds the request with its answers, and the resident reads and writes back', () =>
  withBoth('echange@exemple.fr', async (agent, resident, sent) => {
    await agent.go('Demandes');
    await agent.page.getByRole('row').filter({ hasText: sent.reference }).getByText('Non lue').waitFor();
    await openCaseOf(agent, sent);
    await agent.page.getByText('Lefèvre').waitFor();

    await agent.answer('Bonjour, l’acte est à votre disposition au guichet.');
    await world.mail.waitFor({ to: 'echange@exemple.fr', text: 'La mairie vous a écrit' });
    await resident.track(sent.code, 'echange@exemple.fr');
    await resident.page.getByText('Bonjour, l’acte est à votre disposition au guichet.').waitFor();

    await resident.page.getByLabel('Votre message à la mairie').fill('Merci, je passe jeudi.');
    await resident.next('Envoyer le message');
    await resident.page.getByRole('status').getByText('Votre message est envoyé').waitFor();

    await agent.open('/demandes');
    await agent.page.getByRole('row').filter({ hasText: sent.reference }).getByText('Non lue').waitFor();
    await openCaseOf(agent, sent);
    await agent.page.getByText('Merci, je passe jeudi.').waitFor();
  }));

test('what the mail says is not the message itself', () => withBoth('secret@exemple.fr', async (agent, _resident, sent) => {
  await openCaseOf(agent, sent);
  await agent.answer('Un mot confidentiel.');
  const mail = await world.mail.waitFor({ to: 'secret@exemple.fr', text: 'La mairie vous a écrit' });
  assert.ok(!mail.text.includes('confidentiel'));
}));

async function download(agent, file) {
  const [given] = await Promise.all([
    agent.page.waitForEvent('download'),
    agent.page.getByRole('link', { name: `Télécharger ${file.name}` }).click(),
  ]);
  assert.equal(given.suggestedFilename(), file.name);
  return readFile(await given.path());
}

test('the agent downloads the very file that the resident joined', () => {
  const proof = receiptPdf();
  return withBoth('fichier@exemple.fr', async (agent, _resident, sent) => {
    await openCaseOf(agent, sent);
    assert.deepEqual(await download(agent, proof), proof.buffer);
  }, proof);
});

// Red, green, blue and opacity of each point, as the browser draws the picture.
const pointsOf = (page, bytes) => page.evaluate(async (list) => {
  const picture = await createImageBitmap(new Blob([new Uint8Array(list)], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  return [picture.width, picture.height, ...canvas.getImageData(0, 0, picture.width, picture.height).data];
}, [...bytes]);

test('of an identity card the agent gets a picture of the same size with the mark across it, and nothing that was written into the file', () => {
  const remark = 'pris devant la maison';
  const card = identityCard('carte d’identité.png', remark);
  return withBoth('photo@exemple.fr', async (agent, _resident, sent) => {
    await openCaseOf(agent, sent);
    const given = await download(agent, { name: 'carte d’identité.jpg' });
    const [sentPoints, givenPoints] = [await pointsOf(agent.page, card.buffer), await pointsOf(agent.page, given)];
    assert.deepEqual(givenPoints.slice(0, 2), sentPoints.slice(0, 2));
    assert.notDeepEqual(givenPoints, sentPoints, 'the mark is across it');
    assert.ok(card.buffer.includes(remark) && !given.includes(remark), 'what was written into the file is gone');
  }, card);
});

test('a new state is told by mail and seen by the resident', () => withBoth('etat@exemple.fr', async (agent, resident, sent) => {
  await openCaseOf(agent, sent);
  await agent.move('Accepter la demande');
  await agent.page.getByText('Acceptée').first().waitFor();
  await world.mail.waitFor({ to: 'etat@exemple.fr', text: 'Acceptée' });
  await resident.track(sent.code, 'etat@exemple.fr');
  await resident.page.getByRole('heading', { name: 'Acceptée' }).waitFor();
}));

test('a refusal needs its reason, and the resident receives it', () => withBoth('refus@exemple.fr', async (agent, _resident, sent) => {
  await openCaseOf(agent, sent);
  await agent.press('Refuser la demande');
  await agent.page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click();
  await agent.page.getByText('Écrivez le motif').waitFor();
  await agent.page.getByRole('dialog').getByLabel('Motif').fill('Cet acte n’est pas dans nos registres.');
  await agent.page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click();
  const mail = await world.mail.waitFor({ to: 'refus@exemple.fr', text: 'Motif' });
  assert.ok(mail.text.includes('Cet acte n’est pas dans nos registres.'));
}));

test('an answer half written is still there after the tab was closed', () => withBoth('brouillon@exemple.fr', async (agent, _resident, sent) => {
  await openCaseOf(agent, sent);
  await agent.page.getByLabel('Votre réponse').fill('Une réponse commencée');
  await agent.page.reload();
  await agent.page.getByRole('heading', { name: 'Et maintenant ?' }).waitFor();
  assert.equal(await agent.page.getByLabel('Votre réponse').inputValue(), 'Une réponse commencée');
}));
