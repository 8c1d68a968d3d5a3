// One case: what is shown, the answer, the change of state.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

describe('case', () => {
  it('shows answers by step, files to download and the conversation', async () => {
    openApp('/demandes/11');
    expect(await screen.findByText('27 mars 1984')).toBeTruthy();
    expect(screen.getByText('Voici une nouvelle photo. Merci !', { exact: false })).toBeTruthy();
    const file = screen.getByRole('link', { name: /Télécharger carte-identite-recto-verso.pdf/ });
    expect(file.getAttribute('href')).toBe('/api/v1/dossiers/11/files/5');
    expect(file.hasAttribute('download')).toBe(true);
  });

  it('keeps the answer being typed through a reload, until it is sent', async () => {
    window.localStorage.setItem('clocher.draft.dossier.9', 'Déjà écrit');
    const server = openApp('/demandes/9');
    const box = (await screen.findByLabelText('Votre réponse')) as HTMLTextAreaElement;
    expect(box.value).toBe('Déjà écrit');
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer la réponse' }));
    expect(await screen.findByText('Réponse envoyée.')).toBeTruthy();
    expect(server.sent('POST', /messages/).map((call) => call.body)).toEqual([{ body: 'Déjà écrit' }]);
    expect(window.localStorage.getItem('clocher.draft.dossier.9')).toBeNull();
  });

  it('loses nothing when the answer cannot be sent', async () => {
    const server = startServer();
    server.plan('POST', /messages/, failure(507, 'storage_full', 'Le disque est plein. Prévenez votre intercommunalité.'));
    openApp('/demandes/9', { server });
    const box = (await screen.findByLabelText('Votre réponse')) as HTMLTextAreaElement;
    await userEvent.type(box, 'Bonjour');
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer la réponse' }));
    expect(await screen.findByText(/Le disque est plein/)).toBeTruthy();
    expect(box.value).toBe('Bonjour');
  });

  it('makes a draft of the agenda from a proposal and opens it, from no other case', async () => {
    const server = startServer();
    const proposed = server.world.dossiers.find((item) => item.id === 9);
    if (proposed !== undefined) proposed.procedure = { ...proposed.procedure, slug: 'proposer-un-evenement' };
    openApp('/demandes/9', { server });
    await userEvent.click(await screen.findByRole('button', { name: 'Créer l’événement' }));
    await waitFor(() => expect(window.location.pathname).toMatch(/contenus\/4$/));
    expect(server.sent('POST', /dossiers\/9\/event/)).toHaveLength(1);
  });

  it('says nothing of events in a case of another kind', async () => {
    openApp('/demandes/9');
    await screen.findByLabelText('Votre réponse');
    expect(screen.queryByRole('button', { name: 'Créer l’événement' })).toBeNull();
  });

  it('refuses only with a reason', async () => {
    const server = openApp('/demandes/9');
    await userEvent.click(await screen.findByRole('button', { name: 'Refuser la demande' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmer' }));
    expect(within(dialog).getByText(/Écrivez le motif/)).toBeTruthy();
    expect(server.sent('POST', /transitions/)).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox'), 'Acte inconnu ici.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Confirmer' }));
    expect(await screen.findByText('La demande est maintenant « Refusée ».')).toBeTruthy();
    expect(server.sent('POST', /transitions/)[0]?.body).toEqual({ to: 'refused', reason: 'Acte inconnu ici.' });
    expect(screen.queryByLabelText('Votre réponse')).toBeNull();
  });

  it('says why when the state has changed meanwhile', async () => {
    const server = openApp('/demandes/9');
    await userEvent.click(await screen.findByRole('button', { name: 'Accepter la demande' }));
    server.world.dossiers.forEach((item) => (item.transitions = []));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Confirmer' }));
    expect(await screen.findByText(/a changé d’état entre-temps/)).toBeTruthy();
  });

  it('puts the focus on the heading once the button that was pressed is gone', async () => {
    openApp('/demandes/9');
    await userEvent.click(await screen.findByRole('button', { name: 'Accepter la demande' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Confirmer' }));
    await screen.findByText('La demande est maintenant « Acceptée ».');
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });

  it('tells each event of the history whole, with its actor and its moment', async () => {
    const world = newWorld();
    const text = `État changé : Reçue → En cours d’étude ${'mot '.repeat(60)}fin`;
    const event = { at: Date.parse('2026-11-24T09:05:00Z') / 1000, actor: 'Claire Martin', verb: 'dossier.state_changed', text };
    world.dossiers.forEach((item) => (item.history = [...item.history, event]));
    openApp('/demandes/9', { server: startServer(world) });
    const shown = (await screen.findByText(/^État changé/)).closest('li');
    expect(shown?.textContent).toBe(`24 novembre 2026 à 10 h 05, Claire Martin${text}`);
  });

  it('shows a long file name whole', async () => {
    const world = newWorld();
    const name = `releve-${'tres-'.repeat(30)}long.pdf`;
    world.dossiers.forEach((item) => item.answers.forEach((step) => step.entries.forEach((entry) => entry.files.forEach((file) => (file.name = name)))));
    openApp('/demandes/9', { server: startServer(world) });
    expect((await screen.findByRole('link', { name: new RegExp(name) })).getAttribute('download')).toBe(name);
  });

  it('is not found when the case does not exist', async () => {
    openApp('/demandes/999');
    expect(await screen.findByRole('heading', { name: 'Cette page n’existe pas' })).toBeTruthy();
  });

  it('gives the focus to the heading when coming from the list', async () => {
    openApp('/demandes');
    await userEvent.click(await screen.findByRole('link', { name: 'Paul Gautier' }));
    const heading = await screen.findByRole('heading', { level: 1, name: /copie d’acte/ });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toContain('Paul Gautier – Saint-Maixent');
  });
});
