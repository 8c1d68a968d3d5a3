// The readers' screen: figures, opinions, and marking them as handled.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

describe('readers', () => {
  it('shows the sum of the period, and of another one when asked', async () => {
    openApp('/lecteurs');
    expect(await screen.findByText('30 pages lues')).toBeTruthy();
    expect(screen.getByText('4 sur la période d’avant')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '7 jours' }));
    expect(await screen.findByText('6 pages lues')).toBeTruthy();
    const most = screen.getByRole('table', { name: 'Les pages les plus lues' });
    expect(within(most).getByRole('link', { name: /^Accueil/ }).getAttribute('href')).toBe('/');
  });

  it('tells each day in words beside the picture', async () => {
    openApp('/lecteurs');
    await userEvent.click(await screen.findByText('Voir le détail jour par jour'));
    expect(screen.getByRole('row', { name: /^24 novembre 2026/ })).toBeTruthy();
  });

  it('marks an opinion as handled', async () => {
    const server = openApp('/lecteurs');
    await userEvent.click(await screen.findByRole('button', { name: /avis sur Déchets et tri/ }));
    await waitFor(() => expect(screen.getAllByText('Traité par Claire Martin')).toHaveLength(2));
    expect(server.world.feedback.items[0]?.handled_at).not.toBeNull();
  });

  it('keeps the opinion when marking fails, and says why', async () => {
    const server = startServer();
    server.plan('POST', /handled/, failure(503, 'unavailable', 'Réessayez dans un moment.'));
    openApp('/lecteurs', { server });
    const remark = (await screen.findByText('Le jour a changé.')).closest('li') as HTMLElement;
    await userEvent.click(within(remark).getByRole('button'));
    expect(await within(remark).findByText('Réessayez dans un moment.')).toBeTruthy();
  });

  it('says what will come when nobody has said anything', async () => {
    openApp('/lecteurs', { server: startServer({ ...newWorld(), feedback: { pages: [], items: [] } }) });
    expect(await screen.findByText('Aucun avis pour le moment')).toBeTruthy();
  });
});
