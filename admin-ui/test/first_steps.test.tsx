// The first-run assistant: where a first login leads, answers one by one, what is skipped, refused and left for later.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('first steps', () => {
  it('come first at the login of a commune that nobody has described', async () => {
    const world = newWorld();
    world.known = { ...world.known, is_new: true };
    openApp('/', { server: startServer(world), isLoggedIn: false });
    await userEvent.type(await screen.findByLabelText('Adresse électronique'), world.known.agent.email);
    await userEvent.type(screen.getByLabelText('Mot de passe'), world.password);
    await press('Se connecter');
    await userEvent.click(await screen.findByRole('link', { name: 'Commencer' }, { timeout: 5000 }));
    await heading('Comment joindre la mairie\u00a0?');
    expect(screen.getByLabelText('Code postal')).toHaveProperty('value', world.commune.postcode);
  });

  it('are begun by being seen, so that the next login leads to the first screen', async () => {
    const server = openApp('/premiers-pas');
    await waitFor(() => expect(server.world.firstSteps.state).toBe('open'));
    expect(server.sent('PUT', /^\/first-steps$/)).toHaveLength(1);
  });

  it('keep what was typed when it is refused, and say how many answers are wrong', async () => {
    const server = openApp('/premiers-pas/contact');
    const email = await screen.findByLabelText('Courriel');
    await userEvent.clear(email);
    await userEvent.type(email, 'la mairie');
    await press('Enregistrer et continuer');
    expect(await screen.findByText(/1 réponse est à corriger/)).toBeTruthy();
    expect(email).toHaveProperty('value', 'la mairie');
    expect(server.world.firstSteps.state).toBe('new');
  });

  it('save one question at a time and go on to the next', async () => {
    const server = openApp('/premiers-pas/mayor');
    const field = await screen.findByLabelText('Maire');
    await userEvent.clear(field);
    await userEvent.type(field, 'Jeanne Roussel');
    await press('Enregistrer et continuer');
    await heading('Quelle phrase accueille les habitants\u00a0?');
    expect(server.sent('PUT', /^\/first-steps\//).map(({ path, body }) => [path, body])).toEqual([['/first-steps/mayor', { mayor_name: 'Jeanne Roussel' }]]);
  });

  it('pass a question without saving it, and end with what remains', async () => {
    const server = openApp('/premiers-pas/licence');
    await press('Passer cette question');
    await heading('Votre site est en ligne');
    expect(server.world.firstSteps.state).toBe('finished');
    expect(server.sent('PUT', /^\/first-steps\//)).toEqual([]);
    expect(await screen.findByText('Il reste 1 chose')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Regarder le site/ })).toHaveProperty('href', `${server.world.known.commune.site_url}/`);
  });

  it('are taken up where they were left', async () => {
    const world = newWorld();
    world.firstSteps = { state: 'open', question: 'logo' };
    openApp('/premiers-pas', { server: startServer(world) });
    await userEvent.click(await screen.findByRole('link', { name: 'Reprendre à la question 6' }));
    await heading('Avez-vous un logo ou un blason\u00a0?');
  });
});

describe('legal facts', () => {
  it('name what is missing, and save the rest', async () => {
    const server = openApp('/mairie/mentions');
    expect(await screen.findByText('l’hébergeur')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Hébergeur du site'), 'Exemple, Le Mans');
    await press('Enregistrer');
    await waitFor(() => expect(server.world.legal.host).toBe('Exemple, Le Mans'));
    expect(screen.queryByText('l’hébergeur')).toBeNull();
  });

  it('ask nothing of the host that the platform says', async () => {
    const world = newWorld();
    world.legal.platform_host = 'Syndicat informatique';
    openApp('/mairie/mentions', { server: startServer(world) });
    expect(await screen.findByText(/Syndicat informatique/)).toBeTruthy();
    expect(screen.queryByLabelText('Hébergeur du site')).toBeNull();
  });
});
