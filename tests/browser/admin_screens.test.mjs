// Every screen of the administration, empty, full and in error: accessible, within its width, light and dark.
import { test } from 'node:test';
import { Agent } from './support/agent.mjs';
import { identityCard } from './support/files.mjs';
import { inspect } from './support/inspect.mjs';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

// Semur-en-Vallon has requests, one of them with messages, and a mail that could not leave; Écorpain has none.
const world = useWorld(() => world.withVisitor({}, async (visitor) => {
  world.mail.refused.add('inconnue@exemple.fr');
  const resident = new Resident(await visitor.newPage(), world.platform.semur);
  await resident.sendDeathRequest('inconnue@exemple.fr');
  const { code } = await resident.sendBirthRequest('zoe.martin@exemple.fr', identityCard());
  await resident.track(code, 'zoe.martin@exemple.fr');
  await resident.page.getByLabel('Votre message à la mairie').fill('Bonjour,\n\nMon nom s’écrit avec un trait d’union.');
  await resident.next('Envoyer le message');
  await world.mail.waitFor({ to: 'zoe.martin@exemple.fr' });
}));

const withAgent = (commune, work) => world.withAgent(commune, (agent, visitor) => work(agent, agent.page, visitor));

test('the login, then a wrong password', () => world.withVisitor({}, async (visitor) => {
  const agent = new Agent(await visitor.newPage(), world.platform.semur);
  await agent.open();
  await agent.at('Se connecter');
  await inspect(agent.page, 'admin connexion');
  await agent.login('ce n’est pas le bon');
  await agent.page.getByRole('alert').waitFor();
  await inspect(agent.page, 'admin connexion-erreur');
}));

const places = {
  Accueil: 'Bonjour Claire', Demandes: 'Demandes', 'Pages et actualités': 'Pages et actualités', 'Démarches': 'Démarches',
  'La mairie': 'La mairie', Envois: 'Envois et traitements',
};
for (const [place, heading] of Object.entries(places)) {
  for (const commune of ['semur', 'ecorpain']) {
    test(`« ${place} » ${commune === 'semur' ? 'with things to do' : 'of a new commune'}`, () => withAgent(commune, async (agent, page) => {
      await agent.go(place);
      await agent.at(heading);
      await page.waitForLoadState('networkidle');
      await inspect(page, `admin ${place} ${commune}`);
    }));
  }
}

test('a search that finds nothing', () => withAgent('semur', async (agent, page) => {
  await agent.go('Demandes');
  await page.getByLabel('Chercher une demande').fill('personne de ce nom');
  await page.getByText('Aucune demande ne correspond').waitFor();
  await inspect(page, 'admin recherche-vide');
}));

test('a list that the server refuses', () => withAgent('semur', async (agent, page) => {
  const error = { code: 'too_many_requests', message: 'Trop de demandes. Patientez une minute.', request_id: 'essai', fields: [] };
  await page.route(/\/api\/v1\/(contents|procedures)/, (route) => route.fulfill({ status: 429, json: error }));
  await agent.open('/contenus');
  await page.getByText('Cela n’a pas marché').first().waitFor();
  await inspect(page, 'admin refus');
}));

test('a case, its confirmation, and a reason that is missing', () => withAgent('semur', async (agent, page) => {
  await agent.openCase('Zoé Martin');
  await inspect(page, 'admin demande');
  await page.getByText('Historique').click();
  await agent.press('Refuser la demande');
  await page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click();
  await page.getByText('Écrivez le motif').waitFor();
  await inspect(page, 'admin demande-refus');
}));

test('a case that does not exist', () => withAgent('semur', async (agent, page) => {
  await agent.open('/demandes/999999');
  await agent.at('Cette page n’existe pas');
  await inspect(page, 'admin introuvable');
}));

test('a text to write, without a title, then on the desk', () => withAgent('semur', async (agent, page) => {
  await agent.open('/contenus/nouveau?type=page');
  await agent.at('Créer une page');
  await agent.press('Commencer à écrire');
  await page.getByText('Donnez un titre.').waitFor();
  await inspect(page, 'admin nouveau-erreur');
  await page.getByLabel('Titre').fill('Salle des fêtes');
  await agent.press('Commencer à écrire');
  await agent.write('## Réserver\n- Tarif : **80 €**\nClés en mairie');
  await page.getByText(/^Enregistré à/).first().waitFor();
  await inspect(page, 'admin editeur');
  await agent.press('Publier');
  await page.getByRole('dialog').waitFor();
  await inspect(page, 'admin publier');
}));

test('hours that cannot be', () => withAgent('semur', async (agent, page) => {
  await agent.go('La mairie');
  await page.getByLabel('Code postal').fill('7239');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Rien n’est enregistré').first().waitFor();
  await inspect(page, 'admin mairie-erreur');
}));

test('the menu of a phone', () => withAgent('semur', async (agent, page) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await agent.press('Menu');
  await inspect(page, 'admin menu');
}));

test('a session that ended asks for the password again and loses nothing', () => withAgent('semur', async (agent, _page, visitor) => {
  await agent.openCase('Zoé Martin');
  await agent.page.getByLabel('Votre réponse').fill('Bonjour');
  await visitor.context.clearCookies();
  await agent.press('Envoyer la réponse');
  const dialog = agent.page.getByRole('dialog');
  await dialog.getByLabel('Mot de passe', { exact: true }).waitFor();
  await inspect(agent.page, 'admin session-finie');
  await dialog.getByLabel('Mot de passe', { exact: true }).fill(agent.commune.agent.password);
  await dialog.getByRole('button', { name: 'Se connecter' }).click();
  await agent.page.getByText('Réponse envoyée.').first().waitFor();
}));
