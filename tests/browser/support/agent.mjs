// What an agent does in the administration, by the words on the screen.
export class Agent {
  constructor(page, commune) {
    this.page = page;
    this.commune = commune;
  }

  open(path = '/') {
    return this.page.goto(`${this.commune.url}/admin${path}`);
  }

  async login(password = this.commune.agent.password) {
    await this.open();
    await this.page.getByLabel('Adresse électronique').fill(this.commune.agent.email);
    await this.page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Se connecter' }).click();
  }

  async enter() {
    await this.login();
    await this.at('Bonjour Claire');
  }

  async comeBack() {
    await this.open();
    await this.at('Bonjour Claire');
  }

  at(title) {
    return this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  go(place) {
    return this.page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: place }).click();
  }

  press(button) {
    return this.page.getByRole('button', { name: button, exact: true }).click();
  }

  // The formatted text of the editor, by its label.
  text(label = 'Texte') {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  // In place of what was there, key by key; a new paragraph at each line end.
  async write(words, label = 'Texte') {
    const text = this.text(label);
    await text.press('Control+A');
    for (const [index, line] of words.split('\n').entries()) {
      if (index > 0) await text.press('Enter');
      await text.pressSequentially(line);
    }
  }

  async openCase(applicant) {
    await this.go('Demandes');
    await this.page.getByRole('link', { name: applicant }).first().click();
    await this.page.getByRole('heading', { name: 'Et maintenant ?' }).waitFor();
  }

  async answer(text) {
    await this.page.getByLabel('Votre réponse').fill(text);
    await this.press('Envoyer la réponse');
    await this.page.getByText('Réponse envoyée.').first().waitFor();
  }

  async move(transition, reason) {
    await this.press(transition);
    if (reason) await this.page.getByRole('dialog').getByLabel('Motif').fill(reason);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  // Asks the API from the agent's own page; throws on a refusal.
  call(method, path, body) {
    return this.page.evaluate(async ([verb, url, text]) => {
      const answer = await fetch(url, { method: verb, body: text, headers: text ? { 'Content-Type': 'application/json' } : {} });
      if (!answer.ok) throw new Error(`${verb} ${url}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? null : answer.json();
    }, [method, `/api/v1${path}`, body && JSON.stringify(body)]);
  }

  // The facts that a receipt names: they are unknown in a new commune.
  async describeTownHall() {
    await this.call('PUT', '/commune', {
      address: '1 place de la Mairie', postcode: '72390', city: 'Semur-en-Vallon', phone: '02 43 00 00 00', email: 'mairie@exemple.fr',
      hours: [1, 2, 4, 5].map((day) => ({ day, intervals: [{ from: '09:00', to: '12:00' }] })), hours_confirmed: true,
      mayor_name: 'Jeanne Roussel',
    });
    await this.call('PUT', '/commune/legal', { publication_director: '', dpo_contact: 'dpo@exemple.fr', host: '', photo_credits: '', licence: '' });
  }
}
