// A secretary changes a procedure, tries it as a resident, keeps what she filled in as a test, and publishes it; residents then see it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent } from './support/agent.mjs';
import { inspect } from './support/inspect.mjs';
import { hasFocus, Keyboard } from './support/keyboard.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld();

const withAgent = (commune, work, options = {}) => world.withVisitor(options, async (visitor) => {
  const agent = new Agent(await visitor.newPage(), world.platform[commune]);
  await agent.enter();
  await work(agent, agent.page, visitor);
});

const saved = (page) => page.getByText(/^Enregistré à/).first().waitFor();
const frame = (page) => page.frameLocator('iframe.trial-frame');

async function begin(agent, page, title) {
  await agent.go('Démarches');
  await agent.at('Démarches');
  await agent.press('Nouvelle démarche');
  await page.getByLabel('Titre de la démarche').fill(title);
  await agent.press('Commencer');
  await agent.at(title);
}

test('a procedure is begun, gets a question, is tried, becomes a test and is published', () => withAgent('semur', async (agent, page) => {
  await begin(agent, page, 'Prêt de barnum');
  await inspect(page, 'admin demarche-nouvelle');

  await page.getByText('Ajouter une question').first().click();
  await inspect(page, 'admin demarche-genres');
  await page.getByRole('button', { name: /^Une seule réponse/ }).click();
  await hasFocus(page.getByLabel('La question', { exact: true }));
  await page.getByText('Ajoutez au moins', { exact: false }).or(page.getByText('à corriger avant de publier')).first().waitFor();
  await inspect(page, 'admin demarche-a-corriger');
  await page.getByLabel('La question', { exact: true }).fill('Pour quelle fête ?');
  await page.getByLabel('Réponse 1', { exact: true }).fill('Une fête de famille');
  await page.getByLabel('Réponse 2', { exact: true }).fill('Une fête d’association');
  await page.getByText('à corriger avant de publier').waitFor({ state: 'detached' });
  await saved(page);
  await inspect(page, 'admin demarche-question');

  // A question that depends on it, on another page.
  await page.getByText('Ajouter une question').last().click();
  await page.getByRole('button', { name: /^Numéro d’association/ }).last().click();
  await page.getByLabel('La question', { exact: true }).fill('Votre numéro d’association');
  await page.getByLabel('Quand la poser ?').selectOption('if');
  await page.getByRole('group', { name: 'Réponse attendue' }).getByLabel('Une fête d’association').check();
  await page.getByText('Afficher si', { exact: false }).waitFor();
  await saved(page);
  await inspect(page, 'admin demarche-condition');

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Depuis le début' }).click();
  const form = frame(page);
  await form.getByRole('link', { name: 'Commencer' }).click();
  await form.getByLabel('Que demandez-vous ?').fill('Un barnum pour samedi');
  await form.getByLabel('Une fête de famille').check();
  await form.getByRole('button', { name: 'Continuer' }).click();
  await form.getByLabel('Votre prénom').fill('Zoé');
  await form.getByLabel('Votre nom', { exact: true }).fill('Martin');
  await form.getByRole('button', { name: 'Continuer' }).click();
  await form.getByRole('heading', { name: /probl|corriger|erreur/i }).first().waitFor();
  await form.getByLabel('Votre adresse électronique').fill('zoe@exemple.fr');
  await form.getByRole('button', { name: 'Continuer' }).click();
  await form.getByText('Un barnum pour samedi').waitFor();
  await form.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await form.getByText('C’était un essai').waitFor();
  await inspect(page, 'admin demarche-essai-fini');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Ordinateur' }).click();
  await inspect(page, 'admin demarche-ordinateur');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Enregistrer ce remplissage comme essai' }).click();
  await page.getByRole('dialog').getByLabel('Nom de l’essai').fill('Une fête de famille');
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer ce remplissage comme essai' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Essais', exact: true }).click();
  await page.getByRole('heading', { name: 'Une fête de famille' }).waitFor();
  await page.getByRole('button', { name: 'Jouer les essais' }).click();
  await page.getByText('Tous les essais réussissent.').waitFor();
  await inspect(page, 'admin demarche-essais');
  await page.getByRole('button', { name: 'Réglages', exact: true }).click();
  await page.getByLabel('Titre de la démarche').waitFor();
  await inspect(page, 'admin demarche-reglages');

  await page.getByRole('button', { name: 'Publier…' }).click();
  await page.getByRole('dialog').getByText('Tous les essais réussissent.').waitFor();
  await inspect(page, 'admin demarche-publier');
  await page.getByRole('dialog').getByRole('button', { name: 'Publier', exact: true }).click();
  await agent.at('Démarches');
  await inspect(page, 'admin demarches-liste');
  const resident = await page.context().newPage();
  await resident.goto(`${world.platform.semur.url}/demarches/pret-de-barnum/etapes/demande`);
  await resident.getByText('Pour quelle fête ?').waitFor();
}));

test('questions are moved by keyboard and by drag, deleted and put back, and what changed is said before publishing', () => withAgent('semur', async (agent, page) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await agent.open('/demarches/contacter-la-mairie/modifier');
  await agent.at('Écrire à la mairie');
  const keyboard = new Keyboard(page);
  const until = (expected) => page.waitForFunction(
    (wanted) => [...document.querySelectorAll('[data-page="0"] .question-row h3')].map((each) => each.textContent.replace(/\s/g, ' ')).join('|') === wanted,
    expected.join('|'),
  );
  await until(['De quoi s’agit-il ?', 'Votre message']);

  await keyboard.reach(page.getByRole('button', { name: 'Descendre De quoi s’agit-il ?' }));
  await page.keyboard.press('Enter');
  await until(['Votre message', 'De quoi s’agit-il ?']);
  await hasFocus(page.getByRole('button', { name: 'Descendre De quoi s’agit-il ?' }));
  await page.getByText('place 2 sur 2').waitFor();

  await page.locator('[data-question="subject"] .drag-handle').dragTo(page.locator('[data-question="message"]'));
  await until(['De quoi s’agit-il ?', 'Votre message']);

  await page.getByRole('button', { name: 'Modifier Votre téléphone' }).click();
  await page.getByLabel('Mettre dans une autre page').selectOption('0');
  await until(['De quoi s’agit-il ?', 'Votre message', 'Votre téléphone']);
  await page.getByRole('button', { name: 'Modifier Votre téléphone' }).click();
  await page.getByRole('button', { name: 'Supprimer Votre téléphone' }).click();
  await until(['De quoi s’agit-il ?', 'Votre message']);
  await hasFocus(page.getByRole('button', { name: 'Annuler la suppression' }));
  await page.keyboard.press('Enter');
  await until(['De quoi s’agit-il ?', 'Votre message', 'Votre téléphone']);
  await saved(page);

  await page.getByRole('button', { name: 'Publier…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Votre téléphone\u00a0» est maintenant à la page').waitFor();
  await inspect(page, 'admin demarche-differences');
  await page.setViewportSize({ width: 1280, height: 900 });
  await dialog.getByRole('button', { name: 'Publier', exact: true }).click();
  await agent.at('Démarches');
  await agent.open('/demarches/contacter-la-mairie/modifier');
  await page.getByRole('button', { name: 'Historique' }).click();
  await page.getByText('Version 2').first().waitFor();
  await page.getByRole('button', { name: 'Voir ce qui a changé' }).first().click();
  await page.getByText('Question déplacée').waitFor();
  await inspect(page, 'admin demarche-historique');
}));

test('two agents who change the same procedure choose what is kept', () => withAgent('semur', async (agent, page, visitor) => {
  await begin(agent, page, 'Prêt de tables');
  const other = new Agent(await visitor.newPage(), world.platform.semur);
  await other.open('/demarches/pret-de-tables/modifier');
  await other.at('Prêt de tables');
  await other.page.getByRole('button', { name: 'Réglages', exact: true }).click();
  await other.page.getByLabel('À quoi elle sert, en une phrase').fill('Emprunter des tables.');
  await saved(other.page);
  await page.getByRole('button', { name: 'Réglages', exact: true }).click();
  await page.getByLabel('À quoi elle sert, en une phrase').fill('Emprunter des tables et des bancs.');
  await page.getByRole('button', { name: 'Garder ma version' }).waitFor();
  await inspect(page, 'admin demarche-conflit');
  await page.getByRole('button', { name: 'Garder ma version' }).click();
  await saved(page);
  await other.page.reload();
  await other.page.getByRole('button', { name: 'Réglages', exact: true }).click();
  assert.equal(await other.page.getByLabel('À quoi elle sert, en une phrase').inputValue(), 'Emprunter des tables et des bancs.');
}));
