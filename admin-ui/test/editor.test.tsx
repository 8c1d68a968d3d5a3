// Writing: saves by itself, says so, survives failures and conflicts, publishes on demand.
import type { Editor } from '@tiptap/core';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer, type Server } from './support/app';

const patience = { timeout: 5_000 };
// The formatted text, once its chunk is there and it says what the server holds.
const body = async () => {
  const text = await screen.findByRole('textbox', { name: 'Texte' }, patience);
  await waitFor(() => expect(text.className).toContain('rich-text'), patience);
  return text;
};
// As if typed at the end: jsdom knows too little of selections for real keys (tests/browser types for real).
const write = async (words: string) => {
  const text = (await body()) as HTMLElement & { editor: Editor };
  act(() => void text.editor.chain().focus('end').insertContent(words).run());
};
const words = async () => (await body()).textContent;
const stored = (server: Server, id: number) => server.world.contents.find((item) => item.id === id);
const saves = (server: Server) => server.sent('PUT', /^\/contents\/4$/);

describe('editor', () => {
  it('saves a draft within two seconds and says when', async () => {
    const server = openApp('/contenus/4');
    await write(' Fin.');
    expect((await screen.findAllByText(/Enregistré à/, {}, { timeout: 2_500 })).length).toBeGreaterThan(0);
    expect(stored(server, 4)?.body_markdown.endsWith(' Fin.')).toBe(true);
    expect(saves(server).map((call) => (call.body as { base_revision: number }).base_revision)).toEqual([3]);
  });

  it('does not publish by saving', async () => {
    const server = openApp('/contenus/2');
    await write(' Fin.');
    await screen.findAllByText(/Enregistré à/, {}, patience);
    expect(stored(server, 2)?.published_revision).toBe(3);
    expect(server.sent('POST', /publish/)).toEqual([]);
  });

  it('keeps the text and tries again when the server does not answer', async () => {
    const server = startServer();
    server.plan('PUT', /^\/contents\/4$/, 'no answer');
    openApp('/contenus/4', { server });
    await write(' Fin.');
    expect((await screen.findAllByText(/Échec de l’enregistrement, nouvel essai/, {}, patience)).length).toBeGreaterThan(0);
    expect(window.localStorage.getItem('clocher.draft.content.4')).toContain('Fin.');
    await userEvent.click(screen.getByRole('button', { name: 'Réessayer maintenant' }));
    await screen.findAllByText(/Enregistré à/, {}, patience);
    expect(window.localStorage.getItem('clocher.draft.content.4')).toBeNull();
  });

  it('saves what is left when the agent goes to another screen, and keeps no copy behind', async () => {
    const server = openApp('/contenus/4');
    await write(' Fin.');
    await userEvent.click(screen.getByRole('link', { name: 'La mairie' }));
    await waitFor(() => expect(stored(server, 4)?.body_markdown.endsWith(' Fin.')).toBe(true));
    await waitFor(() => expect(window.localStorage.getItem('clocher.draft.content.4')).toBeNull());
  });

  it('brings back what an earlier visit could not save', async () => {
    const kept = { title: 'Travaux', summary: '', body_markdown: 'Texte retrouvé', expires_at: null, base_revision: 3 };
    window.localStorage.setItem('clocher.draft.content.4', JSON.stringify(kept));
    const server = openApp('/contenus/4');
    expect(await words()).toBe('Texte retrouvé');
    expect(screen.getByText(/Nous avons retrouvé un texte/)).toBeTruthy();
    await waitFor(() => expect(stored(server, 4)?.body_markdown).toBe('Texte retrouvé'), patience);
  });

  it('shows a field the server refuses and saves again once corrected', async () => {
    const server = startServer();
    server.plan('PUT', /^\/contents\/4$/, failure(422, 'invalid', 'Corrigez le titre.', { fields: { title: 'Ce titre est déjà pris.' } }));
    openApp('/contenus/4', { server });
    await userEvent.type(await screen.findByLabelText('Titre'), ' bis');
    expect(await screen.findByText('Ce titre est déjà pris.', {}, patience)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Titre'), ' ter');
    await screen.findAllByText(/Enregistré à/, {}, patience);
    expect(stored(server, 4)?.title).toBe('Travaux rue de l’Église bis ter');
  });
});

async function makeConflict(): Promise<Server> {
  const world = newWorld();
  const server = openApp('/contenus/4', { server: startServer(world) });
  await body();
  const other = world.contents.find((item) => item.id === 4);
  Object.assign(other ?? {}, { revision: 9, body_markdown: 'Version de l’autre', revisions: [{ number: 9, at: 1_790_000_000, author: 'Paul Adjoint' }] });
  await write(' Ma phrase.');
  await screen.findByText('Quelqu’un d’autre a modifié ce texte', {}, patience);
  return server;
}

describe('an edit conflict', () => {
  it('changes nothing by itself', async () => {
    const server = await makeConflict();
    expect(await words()).toContain('Ma phrase.');
    expect(stored(server, 4)?.body_markdown).toBe('Version de l’autre');
    expect(screen.getByText(/Enregistrée par Paul Adjoint/)).toBeTruthy();
  });

  it('can be settled by keeping mine', async () => {
    const server = await makeConflict();
    await userEvent.click(screen.getByRole('button', { name: 'Garder ma version' }));
    await waitFor(() => expect(stored(server, 4)?.body_markdown).toContain('Ma phrase.'), patience);
    expect(screen.queryByText('Quelqu’un d’autre a modifié ce texte')).toBeNull();
  });

  it('can be settled by taking the other, with mine put aside', async () => {
    const server = await makeConflict();
    await userEvent.click(screen.getByRole('button', { name: 'Prendre l’autre version' }));
    expect(await words()).toBe('Version de l’autre');
    expect((screen.getByLabelText('Votre version, mise de côté') as HTMLTextAreaElement).value).toContain('Ma phrase.');
    expect(stored(server, 4)?.revision).toBe(9);
  });
});

describe('publishing', () => {
  it('saves what is on the screen first, then publishes that revision', async () => {
    const server = openApp('/contenus/3');
    await write(' Venez nombreux.');
    await userEvent.click(screen.getByRole('button', { name: 'Publier' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publier' }));
    expect(await screen.findByText('C’est en ligne.')).toBeTruthy();
    expect(stored(server, 3)).toMatchObject({ state: 'published', published_revision: 4 });
    expect(screen.getByRole('link', { name: /Voir sur le site/ })).toBeTruthy();
  });

  it('does not publish what could not be saved', async () => {
    const server = startServer();
    server.plan('PUT', /^\/contents\/3$/, 'no answer', 9);
    openApp('/contenus/3', { server });
    await write(' Fin.');
    await userEvent.click(screen.getByRole('button', { name: 'Publier' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publier' }));
    expect(await screen.findByText(/n’est pas encore enregistré/)).toBeTruthy();
    expect(server.sent('POST', /publish/)).toEqual([]);
  });

  it('takes a page off the site after saying what that means', async () => {
    const server = openApp('/contenus/2');
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer du site' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Il reste ici en brouillon/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer du site' }));
    await waitFor(() => expect(stored(server, 2)?.state).toBe('draft'));
  });

  it('deletes only after a confirmation', async () => {
    const server = openApp('/contenus/3');
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Annuler' }));
    expect(stored(server, 3)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Supprimer' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Supprimer' }));
    await waitFor(() => expect(window.location.pathname).toBe('/admin/contenus'));
    expect(stored(server, 3)?.state).toBe('binned');
  });
});

describe('publishing while another version waits', () => {
  const askToPublish = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }));
  };

  it('asks to choose a version first when a recovered text turns out to be in conflict', async () => {
    const kept = { title: 'Travaux', summary: '', body_markdown: 'Le mien', expires_at: null, base_revision: 2 };
    window.localStorage.setItem('clocher.draft.content.4', JSON.stringify(kept));
    const server = openApp('/contenus/4');
    await askToPublish('Publier les modifications');
    expect(await screen.findByText('Choisissez d’abord une version.')).toBeTruthy();
    expect(screen.queryByText(/Attendez/)).toBeNull();
    expect(server.sent('POST', /publish$/)).toEqual([]);
  });

  it('shows both versions when somebody saved just before, with nothing typed here', async () => {
    const server = openApp('/contenus/4');
    await body();
    Object.assign(stored(server, 4) ?? {}, { revision: 9, body_markdown: 'Version de l’autre' });
    await askToPublish('Publier les modifications');
    expect(await screen.findByText('Quelqu’un d’autre a modifié ce texte')).toBeTruthy();
    expect(stored(server, 4)?.published_revision).toBe(2);
  });
});

describe('preview', () => {
  it('is the server’s page in a frame where nothing can run', async () => {
    const server = openApp('/contenus/4');
    const frame = (await screen.findByTitle('Aperçu de la page sur le site')) as HTMLIFrameElement;
    await waitFor(() => expect(frame.getAttribute('srcdoc')).toContain('<h2>Quand ?</h2>'), patience);
    expect(server.sent('POST', /preview$/).at(-1)?.body).toMatchObject({ id: 4, kind: 'news' });
    expect(frame.getAttribute('sandbox')).toBe('allow-same-origin');
  });
});
