// The one list of what did not leave, could not be made or waits to be checked: what each line says, on a phone and on a desk. That
// failing peers end up in it is tests/api/deliveries_test.cpp and mail_failure.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const soon = () => Math.floor(Date.now() / 1000) + 900;

const lines = () => [
  { kind: 'mail', id: 1, recipient: 'une-adresse-vraiment-tres-longue-de-resident@messagerie-exemple.fr', subject: 'Accusé de réception (2026-00012)', state: 'failed', attempts: 16, last_error: 'Le serveur de messagerie a refusé le message (550).', next_attempt_at: null, path: null },
  { kind: 'webhook', id: 2, recipient: 'https://logiciel.example.fr/avis/de/la/commune', subject: '2026-00012 : nouvelle demande', state: 'pending', attempts: 2, last_error: 'L’autre logiciel ne répond pas (Timeout was reached).', next_attempt_at: soon(), path: null },
  { kind: 'document', id: 1, recipient: 'Claire Morel', subject: 'Attestation de publication : Délibération 2026-41', state: 'failed', attempts: 3, last_error: 'Le document n’a pas pu être produit.', next_attempt_at: null, path: '/actes/3' },
  { kind: 'scan', id: 1, recipient: '2026-00012', subject: 'Vérification du fichier « carte-identite.pdf »', state: 'pending', attempts: 1, last_error: 'L’antivirus ne répond pas (Connection refused).', next_attempt_at: soon(), path: '/demandes/12' },
];

test('mails, callbacks, documents and files stand in one list, each with its reason and its retry', () => world.withAgent('semur', async (agent) => {
  const { page } = agent;
  const asked = [];
  await page.route('**/api/v1/outbox', (route) => route.fulfill({ json: { items: lines() } }));
  await page.route('**/api/v1/outbox/*/*/retry', (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.fulfill({ status: 204 });
  });
  await agent.open('/envois');
  await agent.at('Envois et traitements');
  const rows = page.getByRole('main').getByRole('listitem');
  assert.equal(await rows.count(), 4);
  for (const [index, { last_error: reason }] of lines().entries()) assert.ok((await rows.nth(index).innerText()).includes(reason));
  assert.equal(await rows.nth(2).getByRole('link', { name: 'Voir l’acte' }).getAttribute('href'), '/admin/actes/3');
  assert.equal(await rows.nth(3).getByRole('link', { name: 'Voir la demande' }).getAttribute('href'), '/admin/demandes/12');
  await inspect(page, 'admin envois quatre');
  await rows.nth(3).getByRole('button').press('Enter');
  await page.getByText('Un nouvel essai part dans la minute.').waitFor();
  assert.deepEqual(asked, ['/api/v1/outbox/scan/1/retry']);
}));

test('the old address of the screen still leads there', () => world.withAgent('semur', async (agent) => {
  await agent.open('/courriels');
  await agent.at('Envois et traitements');
}));
