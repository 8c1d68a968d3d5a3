// Contents of the intercommunality: one choice for all, one for each, and the space it writes from.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const itemOf = async (title: string) => (await screen.findByText(title)).closest('li') as HTMLElement;

describe('contents of the intercommunality', () => {
  it('wait for a yes, one by one', async () => {
    const server = openApp('/partage');
    const waiting = await itemOf('Collecte décalée le 26 décembre');
    expect(within(waiting).getByText('En attente de votre accord')).toBeTruthy();
    await userEvent.click(within(waiting).getByRole('button', { name: /^Afficher/ }));
    await waitFor(() => expect(server.world.sharing.items[0]?.is_shown).toBe(true));
    expect(await within(await itemOf('Collecte décalée le 26 décembre')).findByText('Affiché')).toBeTruthy();
  });

  it('appear by themselves once all are accepted', async () => {
    const server = openApp('/partage');
    await userEvent.click(await screen.findByRole('radio', { name: /Tout afficher/ }));
    await waitFor(() => expect(server.world.sharing.sources[0]?.policy).toBe('accept'));
    expect(await screen.findAllByText('Affiché')).toHaveLength(2);
  });

  it('can be hidden again', async () => {
    const server = openApp('/partage');
    await userEvent.click(await screen.findByRole('button', { name: 'Masquer : Les déchèteries' }));
    await waitFor(() => expect(server.world.sharing.items[1]?.decision).toBe('declined'));
  });

  it('stay as they were when the server refuses', async () => {
    const server = startServer();
    server.plan('PUT', /sources/, failure(503, 'unavailable', 'Réessayez dans un moment.'));
    openApp('/partage', { server });
    await userEvent.click(await screen.findByRole('radio', { name: /Ne rien afficher/ }));
    expect(await screen.findByText('Réessayez dans un moment.')).toBeTruthy();
    expect((screen.getByRole('radio', { name: /Ne rien afficher/ }) as HTMLInputElement).checked).toBe(false);
  });

  it('say what will come when nothing is shared', async () => {
    openApp('/partage', { server: startServer({ ...newWorld(), sharing: { sources: [], items: [] } }) });
    expect(await screen.findByText('Rien de partagé pour le moment')).toBeTruthy();
  });
});

describe('the space of an intercommunality', () => {
  it('offers what it has, and nothing about residents', async () => {
    const world = newWorld();
    world.known = { ...world.known, commune: { ...world.known.commune, kind: 'epci', insee: '200072692' } };
    openApp('/contenus', { server: startServer(world) });
    const menu = await screen.findByRole('navigation', { name: 'Administration' });
    expect(within(menu).queryByRole('link', { name: /Demandes/ })).toBeNull();
    expect(within(menu).queryByRole('link', { name: /Voir le site/ })).toBeNull();
    expect(within(menu).getAllByRole('link').length).toBeGreaterThan(1);
  });
});
