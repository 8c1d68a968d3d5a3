// Blocks of a page: added, moved, removed and put back, with the server's faults at their place.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Block } from '../src/api/types';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };

const three: Block[] = [
  { type: 'action', label: 'Réserver', url: '/demarches' },
  { type: 'map', title: 'Salle', address: '1 place', directions: 'Parking', latitude: '48', longitude: '0.5' },
  { type: 'accordion', items: [{ title: 'Qui ?', body_markdown: 'Tous.' }] },
];

function openWith(blocks: Block[]) {
  const world = newWorld();
  Object.assign(world.contents.find((item) => item.id === 2) ?? {}, { blocks });
  return openApp('/contenus/2', { server: startServer(world) });
}

const saved = (server: ReturnType<typeof openApp>) => server.world.contents.find((item) => item.id === 2)?.blocks ?? [];
const kinds = (server: ReturnType<typeof openApp>) => saved(server).map((block) => block.type);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }, patience));

describe('blocks', () => {
  it('are added with their own form and saved with the text', async () => {
    const server = openWith([]);
    await userEvent.click(await screen.findByText('Ajouter un bloc', {}, patience));
    await press(/^Bouton/);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Bloc 1/));
    await userEvent.type(screen.getByLabelText('Mots du bouton'), 'Réserver la salle');
    await userEvent.type(screen.getByLabelText('Adresse'), '/demarches');
    await waitFor(() => expect(saved(server)).toEqual([{ type: 'action', label: 'Réserver la salle', url: '/demarches' }]), patience);
  });

  it('move by button, keep the focus, and stop at the ends', async () => {
    const server = openWith(three);
    await press('Descendre le bloc 1 (Bouton)');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('le bloc 2 (Bouton)'));
    await press('Descendre le bloc 2 (Bouton)');
    await press('Descendre le bloc 3 (Bouton)');
    await waitFor(() => expect(kinds(server)).toEqual(['map', 'accordion', 'action']), patience);
  });

  it('move by Alt and an arrow', async () => {
    const server = openWith(three);
    (await screen.findByRole('button', { name: 'Monter le bloc 3 (Volets)' }, patience)).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(kinds(server)).toEqual(['action', 'accordion', 'map']), patience);
  });

  it('are put back where they were after a removal', async () => {
    const server = openWith(three);
    await press('Retirer le bloc 2 (Plan)');
    await waitFor(() => expect(kinds(server)).toEqual(['action', 'accordion']), patience);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Le remettre'));
    await press('Le remettre');
    await waitFor(() => expect(saved(server)).toEqual(three), patience);
  });

  it('show what the server refuses at the block', async () => {
    openWith(three);
    const url = await screen.findByLabelText('Adresse', { selector: '[data-spot="blocks.0.url"] input' }, patience);
    await userEvent.clear(url);
    await userEvent.type(url, 'javascript:alert(1)');
    const fault = await screen.findByText(/Bloc 1 \(bouton\)/, {}, patience);
    expect(fault.closest('[data-spot]')?.getAttribute('data-spot')).toBe('blocks.0.url');
  });

  it('show what a publication lacks in the question and at the block', async () => {
    openWith([{ type: 'action', url: '/demarches' }]);
    await userEvent.type(await screen.findByLabelText('Titre', {}, patience), ' !');
    await press('Publier les modifications');
    const dialog = within(await screen.findByRole('dialog', {}, patience));
    await userEvent.click(dialog.getByRole('button', { name: 'Publier les modifications' }));
    expect(await dialog.findByText(/écrivez les mots du bouton/, {}, patience)).toBeTruthy();
    expect(screen.getAllByText(/écrivez les mots du bouton/).some((node) => node.closest('[data-spot="blocks.0.label"]'))).toBe(true);
  });

  it('are reached from a finding', async () => {
    openWith([{ type: 'text', body_markdown: 'Bonjour.\n\nVoir [ici](/a).' }]);
    await screen.findByRole('textbox', { name: 'Texte du bloc 1' }, patience);
    await userEvent.click(await screen.findByRole('button', { name: /Aller à l’endroit.*« ici »/ }, patience));
    await waitFor(() => expect(document.getSelection()?.toString()).toBe('Voir ici.'), patience);
  });

  it('that hold several parts gain and lose one', async () => {
    const server = openWith([three[2] as Block]);
    await press('Ajouter un volet');
    await press(/^Retirer\s: Volet 1$/);
    await waitFor(() => expect(saved(server)).toEqual([{ type: 'accordion', items: [{}] }]), patience);
  });
});
