// The resident's path, without JavaScript: from the first page of a procedure to the town hall's receipt.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { falsePdf, identityCard } from './support/files.mjs';
import { hasFocus, Keyboard } from './support/keyboard.mjs';
import { Resident } from './support/resident.mjs';
import { useWorld } from './support/world.mjs';

const world = useWorld(() => world.withAgent('semur', (agent) => agent.describeTownHall()));
const withResident = (work) => world.withVisitor({ javaScript: 'off' }, async (visitor) => {
  const page = await visitor.newPage();
  await work(new Resident(page, world.platform.semur), page, visitor);
});
const title = (page) => page.title();

test('a request goes through with the keyboard alone', () => withResident(async (resident, page) => {
  const keyboard = new Keyboard(page);
  await resident.open('/demarches');
  await keyboard.press('link', 'Demande de copie d’acte d’état civil');
  await keyboard.press('link', 'Commencer');
  await keyboard.pick('De quel acte avez-vous besoin ?', 2);
  await keyboard.press('button', 'Continuer');
  await keyboard.write({ 'Nom de naissance': 'Lefèvre', 'Prénoms': 'Jean', 'Date du décès': '27031984', 'Commune du décès': 'Dollon' });
  await keyboard.press('button', 'Continuer');
  await keyboard.write({
    'Votre prénom': 'Zoé', 'Votre nom': 'Martin', 'Numéro et rue': '3 rue du Lavoir', 'Code postal': '72390', Commune: 'Dollon',
    'Votre adresse électronique': 'clavier@exemple.fr',
  });
  await keyboard.press('button', 'Continuer');
  await keyboard.pick('Comment souhaitez-vous recevoir l’acte ?', 2);
  await keyboard.press('button', 'Continuer');
  await keyboard.press('button', 'Envoyer ma demande');
  await resident.at('Votre demande est envoyée');
}));

test('the first key leads to the content', () => withResident(async (resident, page) => {
  await resident.open('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await hasFocus(page.locator('#contenu'));
}));

test('an error comes first and keeps what was typed', () => withResident(async (resident, page) => {
  await resident.start();
  await resident.choose('Un acte de décès');
  await resident.next();
  await resident.type({ 'Nom de naissance': 'Lefèvre', 'Date du décès': '31/02/1984' });
  await resident.next();
  assert.match(await title(page), /^Erreur\s: /);
  const summary = page.getByRole('alert');
  await hasFocus(summary);
  assert.equal(await page.getByLabel('Nom de naissance').inputValue(), 'Lefèvre');
  assert.equal(await page.getByLabel('Date du décès').inputValue(), '31/02/1984');
  await summary.getByRole('link').first().click();
  await hasFocus(page.getByLabel('Prénoms'), 'its link leads to the field');
  await resident.type({ 'Prénoms': 'Jean', 'Date du décès': '27/03/1984', 'Commune du décès': 'Dollon' });
  await resident.next();
  await resident.at('Vos coordonnées');
  assert.doesNotMatch(await title(page), /Erreur/);
}));

test('Back after an error finds the pages again and asks to send nothing', () => withResident(async (resident, page) => {
  await resident.start();
  await resident.choose('Un acte de décès');
  await resident.next();
  await resident.type({ 'Nom de naissance': 'Lefèvre', 'Date du décès': '31/02/1984' });
  await resident.next();
  await page.reload();
  assert.equal(await page.getByLabel('Date du décès').inputValue(), '31/02/1984');
  await resident.type({ 'Prénoms': 'Jean', 'Date du décès': '27/03/1984', 'Commune du décès': 'Dollon' });
  await resident.next();
  await resident.at('Vos coordonnées');
  await page.goBack();
  assert.equal(await page.getByLabel('Date du décès').inputValue(), '27/03/1984');
  assert.doesNotMatch(await title(page), /Erreur/);
  // A browser may count the refused step once or twice; each of its pages is one that can be shown.
  const path = () => new URL(page.url()).pathname;
  for (let steps = 0; path().endsWith('/personne') && steps < 2; steps += 1) {
    await page.goBack();
    await page.getByRole('button', { name: 'Continuer' }).waitFor();
  }
  assert.match(path(), /\/acte$/);
  assert.ok(await page.getByLabel('Un acte de décès').isChecked());
}));

test('a file that is not what it says is refused by name, and the others stay', () => withResident(async (resident, page) => {
  await resident.start();
  await resident.askForBirth();
  await resident.giveContact('pieces@exemple.fr');
  await resident.joinIdentity([identityCard('recto.png'), falsePdf()]);
  await page.getByRole('alert').getByText('livret.pdf').waitFor();
  await page.getByText('recto.jpg').first().waitFor();
  await resident.next();
  await resident.takeAtTheDesk();
  await page.getByText('recto.jpg').waitFor();
}));

test('a step is asked only of those whom it concerns', () => withResident(async (resident, page) => {
  await resident.start();
  await resident.askForDeath();
  await resident.giveContact('etapes@exemple.fr');
  await resident.at('L’envoi');
  await resident.choose('Par la poste, à une autre adresse');
  await resident.next();
  await resident.at('L’adresse d’envoi');
  await resident.open('/demarches/copie-acte-etat-civil/etapes/pieces');
  assert.equal(new URL(page.url()).pathname, '/demarches/copie-acte-etat-civil');
  await page.getByRole('link', { name: 'Reprendre votre demande' }).waitFor();
}));

test('a draft is resumed after the page was closed', () => withResident(async (resident, page, visitor) => {
  await resident.start();
  await resident.askForDeath();
  await page.close();
  const later = new Resident(await visitor.newPage(), world.platform.semur);
  await later.open('/demarches/copie-acte-etat-civil');
  await later.page.getByRole('link', { name: 'Reprendre votre demande' }).click();
  await later.at('Vos coordonnées');
  await later.page.getByRole('link', { name: 'Retour', exact: true }).click();
  assert.equal(await later.page.getByLabel('Nom de naissance').inputValue(), 'Lefèvre');
}));

test('another browser does not see the draft', () => withResident(async (resident) => {
  await resident.start();
  await resident.askForDeath();
  await withResident(async (stranger, page) => {
    await stranger.open('/demarches/copie-acte-etat-civil');
    await page.getByRole('link', { name: 'Commencer' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Reprendre votre demande' }).count(), 0);
  });
}));

test('an answer is changed from the last page, and one comes back to it', () => withResident(async (resident, page) => {
  await resident.start();
  await resident.askForDeath();
  await resident.giveContact('retour@exemple.fr');
  await resident.takeAtTheDesk();
  await page.getByRole('link', { name: 'Modifier : La personne concernée' }).click();
  await resident.type({ 'Nom de naissance': 'Lefebvre' });
  await resident.next('Enregistrer et revenir');
  await resident.at('Vérifiez vos réponses');
  await page.getByText('Lefebvre').waitFor();
  assert.equal(await page.getByText('Lefèvre').count(), 0);
}));

test('an answer that opens questions leads to them before the end', () => withResident(async (resident, page) => {
  await resident.start();
  await resident.askForDeath();
  await resident.giveContact('questions@exemple.fr');
  await resident.takeAtTheDesk();
  await page.getByRole('link', { name: 'Modifier : L’acte' }).click();
  await resident.choose('Un acte de naissance');
  await resident.next('Enregistrer et revenir');
  await resident.at('Quelle sorte de copie ?');
}));

test('sent from two windows, a request is there once', () => withResident(async (resident, page, visitor) => {
  await resident.start();
  await resident.askForDeath();
  await resident.giveContact('deux-fois@exemple.fr');
  await resident.takeAtTheDesk();
  const again = new Resident(await visitor.newPage(), world.platform.semur);
  await again.open('/demarches/copie-acte-etat-civil/verification');
  assert.deepEqual(await again.send(), await resident.send());
}));

test('gone back after sending, one does not find the answers again', () => withResident(async (resident, page) => {
  await resident.sendDeathRequest('retour-arriere@exemple.fr');
  await page.goBack();
  await page.getByRole('link', { name: 'Commencer' }).waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /Lefèvre/);
}));
