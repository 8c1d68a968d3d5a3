// The régisseur's month: a régie from its founding act, a day at the till, a bill, a bordereau, the figures for the comptable.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();
const nbsp = (text) => text.replaceAll(' ', '\u00a0');

// By the API, where another test has made it on the screen.
const aRegie = (agent) => agent.call('POST', '/regies', {
  name: 'Cantine et salle', kind: 'recettes', act_reference: 'Arrêté 2024-12', act_date: '2024-03-14', means: ['cash', 'cheque'], comptable: 'SGC de Saint-Calais',
  cash_ceiling_cents: 20000, online_ceiling_cents: 0, members: [], products: [{ code: 'cantine', label: 'Cantine', budget_account: '7067' }],
});
const open = async (agent, id, page, title) => {
  await agent.open(`/argent/${id}/${page}`);
  await agent.page.getByRole('heading', { name: title }).first().waitFor();
};

test('a régie is made from its founding act, and what is wrong is said beside it', () => world.withAgent('semur', async (agent) => {
  const { page } = agent;
  await agent.go('Argent');
  await agent.at('Argent');
  await inspect(page, 'admin argent-vide');
  await page.getByRole('link', { name: 'Créer une régie' }).or(page.getByRole('button', { name: 'Créer une régie' })).first().click();
  await page.getByLabel('Plafond de la caisse en euros').fill('beaucoup');
  await agent.press('Enregistrer');
  await page.getByText('Écrivez un montant, par exemple 12,50.').waitFor();
  await page.getByLabel('Plafond de la caisse en euros').fill('300');
  await agent.press('Enregistrer');
  await page.locator('.mantine-InputWrapper-error').first().waitFor();
  await inspect(page, 'admin argent-regie-erreur');
  await page.getByLabel('Nom de la régie').fill('Bibliothèque');
  await page.getByLabel('Référence de l’acte').fill('Arrêté 2024-7');
  await page.getByLabel('Date de l’acte').fill('2024-02-01');
  await page.getByLabel('Produit 1', { exact: true }).fill('Abonnements');
  await agent.press('Enregistrer');
  await page.getByText('Bibliothèque').first().waitFor();
  await page.getByRole('heading', { name: 'Paiement en ligne' }).waitFor();
  await inspect(page, 'admin argent-reglages');
}));

test('a day is opened, sold in, corrected and closed, and its cheques are handed in', () => world.withAgent('ecorpain', async (agent) => {
  const { page } = agent;
  const { id } = await aRegie(agent);
  await open(agent, id, 'journee', 'La journée n’est pas ouverte');
  await page.getByLabel('Fonds de caisse en euros').fill('20');
  await agent.press('Ouvrir la journée');
  const take = async (means, amount, more = {}) => {
    await page.getByLabel('Moyen de paiement').selectOption({ label: means });
    await page.getByLabel('Montant en euros').fill(amount);
    await page.getByLabel('Une vente').check();
    for (const [label, text] of Object.entries(more)) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Encaisser', exact: true }).click();
    await page.getByText(new RegExp(`Encaissé\\s: ${amount}`)).first().waitFor();
  };
  await take('Espèces', '5,00');
  await take('Chèque', '12,50', { 'Numéro du chèque': '0001234' });
  await take('Espèces', '9,00');
  await inspect(page, 'admin argent-journee');
  await page.getByRole('button', { name: /^Annuler le reçu .*000003$/ }).click();
  await page.getByRole('dialog').getByLabel('Raison').fill('Erreur de saisie');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await page.getByText(/^Annulé\s: Erreur de saisie$/).waitFor();

  await page.getByLabel(nbsp('Nombre de 5,00 €').replace('Nombre\u00a0de\u00a0', 'Nombre de ')).fill('5');
  await agent.press('Clôturer');
  await page.getByText('La journée est close.').first().waitFor();
  await page.getByText('Juste').waitFor();

  await open(agent, id, 'bordereaux', 'Bordereaux');
  await page.getByRole('button', { name: /^Faire le bordereau\s: Chèque$/ }).click();
  await page.getByText(/fait\.$/).first().waitFor();
  await inspect(page, 'admin argent-bordereaux');
  await open(agent, id, 'mois', 'Relevé du mois');
  await page.getByText('12,50').first().waitFor();
  await inspect(page, 'admin argent-mois');
  await open(agent, id, 'ecarts', 'Écarts');
  await inspect(page, 'admin argent-ecarts');
}));

test('a bill is added, found by its name, and cancelled with a reason', () => world.withAgent('ecorpain', async (agent) => {
  const { page } = agent;
  const { id } = await aRegie(agent);
  await open(agent, id, 'sommes', 'Sommes dues');
  await page.getByLabel('Nom de la personne').fill('Zoé Martin');
  await page.getByLabel('Montant en euros').fill('42,50');
  await page.getByLabel('Objet', { exact: true }).fill('Cantine de mars');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await page.getByText(/La somme est ajoutée, référence/).first().waitFor();
  await page.getByText('Zoé Martin').first().waitFor();
  await inspect(page, 'admin argent-sommes');
  await page.getByRole('button', { name: /^Annuler la somme / }).click();
  await page.getByRole('dialog').getByLabel('Raison').fill('Facture en double');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler', exact: true }).last().click();
  await page.getByText('Annulée').first().waitFor();
  assert.equal(await page.getByRole('button', { name: /^Annuler la somme / }).count(), 0);
}));
