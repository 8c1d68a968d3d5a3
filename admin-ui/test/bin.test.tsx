// The bin: what was deleted comes back, and the screen says how long that stays possible.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { daysLeft } from '../src/pages/BinPage';
import { newWorld, now } from './mock/data';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };
const day = 24 * 3600;

function withBinned() {
  const world = newWorld();
  Object.assign(world.contents[0] ?? {}, { state: 'binned', deleted_at: now - 3 * day, deleted_by: 'Paul Adjoint', url: null, published_revision: null });
  return startServer(world);
}

describe('the bin', () => {
  it('is reached from the list, which no longer shows what it holds', async () => {
    openApp('/contenus', { server: withBinned() });
    await userEvent.click(await screen.findByRole('link', { name: 'Corbeille' }, patience));
    expect(await screen.findByText('Travaux rue de l’Église')).toBeTruthy();
    expect(screen.getByText(/Supprimé il y a 3 jours par Paul Adjoint/)).toBeTruthy();
    expect(screen.getByText('Encore 27 jours pour le reprendre')).toBeTruthy();
  });

  it('gives a text back as a draft', async () => {
    const server = openApp('/contenus/corbeille', { server: withBinned() });
    await userEvent.click(await screen.findByRole('button', { name: /^Sortir de la corbeille : Travaux/ }, patience));
    expect(await screen.findByText('La corbeille est vide.')).toBeTruthy();
    expect(server.world.contents[0]).toMatchObject({ state: 'draft', deleted_at: null });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });

  it('counts the days left, never below zero', () => {
    expect(daysLeft(now, now)).toBe(30);
    expect(daysLeft(now - 29.5 * day, now)).toBe(1);
    expect(daysLeft(now - 40 * day, now)).toBe(0);
  });
});
