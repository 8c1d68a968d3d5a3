// A request entered at the counter for somebody without an e-mail address, who goes on alone with the printed receipt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './support/inspect.mjs';
import { hasFocus } from './support/keyboard.mjs';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(() => world.withAgent('semur', (agent) => agent.describeTownHall()));

test('an agent enters a request without an address, and the person follows it with the code alone', () =>
  world.withAgent('semur', async (agent, visitor) => {
    const { page } = agent;
    await agent.go('Demandes');
    await page.getByRole('link', { name: 'Saisir pour quelqu’un' }).click();
    await agent.at('Saisir une demande pour quelqu’un');
    await inspect(page, 'admin guichet');
    await agent.press('Ouvrir le formulaire');
    await page.getByText('Choisissez la démarche.').waitFor();
    await inspect(page, 'admin guichet-erreur');
    await page.getByLabel('Quelle démarche\u00a0?').selectOption({ label: 'Demande de copie d’acte d’état civil' });
    await page.getByLabel('Par téléphone', { exact: true }).check();
    assert.equal(await page.getByLabel('La personne est devant moi').count(), 0, 'nobody is present on the telephone');
    await page.getByLabel('La personne est au guichet', { exact: true }).check();
    await agent.press('Ouvrir le formulaire');
    await page.waitForURL(/\/etapes\//);

    const desk = new Resident(page, world.platform.semur);
    await desk.askForDeath();
    await desk.giveContact('');
    await desk.takeAtTheDesk();
    const { reference, code } = await desk.send();
    await page.getByRole('link', { name: 'Imprimer l’accusé de réception' }).click();
    await desk.at('Accusé de réception');
    await page.getByText('Au guichet de la mairie, en présence de la personne').waitFor();
    const picture = page.getByRole('img', { name: /^Code à scanner/ });
    assert.ok(await picture.evaluate((image) => image.naturalWidth > 0), 'the code is drawn');
    await inspect(page, 'public accuse-imprime');

    await agent.open(`/demandes?q=${code}`);
    await page.getByRole('row').filter({ hasText: reference }).getByRole('link').click();
    await page.getByText('Saisie par').waitFor();

    const home = await visitor.newPage();
    await home.context().clearCookies();
    await home.goto(`${world.platform.semur.url}/suivi?code=${code}`);
    await home.getByRole('button', { name: 'Voir ma demande' }).click();
    await home.getByText(reference).first().waitFor();
  }));

test('without an address a wrong code is refused at the field of the address', () => world.withVisitor({}, async (visitor) => {
  const page = await visitor.newPage();
  await page.goto(`${world.platform.semur.url}/suivi`);
  await page.getByLabel('Code de suivi', { exact: true }).fill('K7QXM-29RTA-PW4ZN');
  await page.getByRole('button', { name: 'Voir ma demande' }).click();
  await hasFocus(page.getByRole('alert'));
  await page.getByText('Aucune demande sans adresse n’a ce code.').first().waitFor();
}));
