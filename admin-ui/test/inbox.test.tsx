// The inbox: states, search, unread marks, empty states.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const names = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getByRole('link').textContent);

describe('inbox', () => {
  it('marks what nobody has read, in words', async () => {
    openApp('/demandes');
    const row = (await screen.findByText('Jeanne Lefèvre')).closest('tr') as HTMLElement;
    expect(within(row).getByText('Non lue')).toBeTruthy();
    const read = screen.getByText('Paul Gautier').closest('tr') as HTMLElement;
    expect(within(read).queryByText('Non lue')).toBeNull();
  });

  it('shows one state at a time, with the count of each', async () => {
    openApp('/demandes');
    await userEvent.click(await screen.findByRole('button', { name: /^En cours 2$/ }));
    await waitFor(() => expect(names()).toEqual(['Mehdi Benali', 'Paul Gautier']));
    expect(window.location.search).toBe('?etat=in_progress');
  });

  it('searches without accents', async () => {
    openApp('/demandes');
    await screen.findByText('Jeanne Lefèvre');
    await userEvent.type(screen.getByRole('searchbox'), 'lefevre');
    await waitFor(() => expect(names()).toEqual(['Jeanne Lefèvre']));
  });

  it('says what the page is for when there is no case yet', async () => {
    openApp('/demandes', { server: startServer({ ...newWorld(), dossiers: [] }) });
    expect(await screen.findByText('Aucune demande pour l’instant')).toBeTruthy();
  });

  it('offers the whole list when a search finds nothing', async () => {
    openApp('/demandes?q=zzz');
    await userEvent.click(await screen.findByRole('button', { name: 'Voir toutes les demandes' }));
    await waitFor(() => expect(names()).toHaveLength(6));
  });

  it('shows the server’s words when the list cannot be read', async () => {
    const server = startServer();
    server.plan('GET', /^\/dossiers$/, failure(500, 'failure', 'Le serveur a eu un problème.'), 9);
    openApp('/demandes', { server });
    expect(await screen.findByText('Le serveur a eu un problème.')).toBeTruthy();
  });
});
