// What a resident does on the site of a commune, step by step, by the words on the screen.
import assert from 'node:assert/strict';

export const copySlug = 'copie-acte-etat-civil';

export class Resident {
  constructor(page, commune, name = 'Zoé Martin') {
    this.page = page;
    this.site = commune.url;
    [this.givenName, this.familyName] = name.split(' ');
  }

  open(path) {
    return this.page.goto(this.site + path);
  }

  async next(button = 'Continuer') {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  async at(step) {
    await this.page.getByRole('heading', { level: 1, name: step, exact: true }).waitFor();
  }

  choose(label) {
    return this.page.getByLabel(label, { exact: true }).check();
  }

  async type(fields) {
    for (const [label, text] of Object.entries(fields)) await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  // Opens the procedure and leaves its presentation.
  async start(slug = copySlug) {
    await this.open(`/demarches/${slug}`);
    await this.page.getByRole('link', { name: 'Commencer' }).click();
  }

  async askForDeath() {
    await this.choose('Un acte de décès');
    await this.next();
    await this.at('La personne concernée');
    await this.type({ 'Nom de naissance': 'Lefèvre', 'Prénoms': 'Jean, Marie', 'Date du décès': '27/03/1984', 'Commune du décès': 'Semur-en-Vallon' });
    await this.next();
    await this.at('Vos coordonnées');
  }

  async askForBirth() {
    await this.choose('Un acte de naissance');
    await this.next();
    await this.choose('Copie intégrale');
    await this.next();
    await this.type({
      'Nom de naissance': 'Martin', 'Prénoms': 'Zoé', 'Date de naissance': '01/02/1990', 'Commune de naissance': 'Semur-en-Vallon',
      'Nom et prénom d’un parent': 'Martin Paul',
    });
    await this.next();
    await this.choose('C’est moi');
    await this.next();
    await this.at('Vos coordonnées');
  }

  // Without an address where somebody else enters the request, and it may be left out.
  async giveContact(email) {
    await this.type({
      'Votre prénom': this.givenName, 'Votre nom': this.familyName, 'Numéro et rue': '3 rue du Lavoir', 'Code postal': '72390', Commune: 'Semur-en-Vallon',
      ...(email && { 'Votre adresse électronique': email }),
    });
    await this.next();
  }

  async joinIdentity(file) {
    await this.at('Votre pièce d’identité');
    await this.page.getByLabel('Votre pièce d’identité').setInputFiles(file);
    await this.next();
  }

  async takeAtTheDesk() {
    await this.at('L’envoi');
    await this.choose('Au guichet de la mairie');
    await this.next();
    await this.at('Vérifiez vos réponses');
  }

  // Ends on the confirmation: {reference, code}.
  async send() {
    await this.next('Envoyer ma demande');
    await this.at('Votre demande est envoyée');
    const reference = (await this.page.locator('dt:text-is("Référence") + dd').innerText()).trim();
    const code = (await this.page.locator('dd.code').innerText()).replaceAll(/\s+/g, '');
    assert.match(reference, /^\d{4}-\d{4,}$/);
    assert.match(code, /^[0-9A-Z]{15}$/);
    return { reference, code };
  }

  async sendDeathRequest(email) {
    await this.start();
    await this.askForDeath();
    await this.giveContact(email);
    await this.takeAtTheDesk();
    return this.send();
  }

  async sendBirthRequest(email, file) {
    await this.start();
    await this.askForBirth();
    await this.giveContact(email);
    await this.joinIdentity(file);
    await this.takeAtTheDesk();
    return this.send();
  }

  async track(code, email) {
    await this.open('/suivi');
    await this.type({ 'Code de suivi': code, 'Adresse électronique': email });
    await this.next('Voir ma demande');
  }
}
