// The work on cases: deadlines in words, models of answers, corrections, many at once.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

describe('work on cases', () => {
  it('says what silence will decide, and when the receipt left', async () => {
    openApp('/demandes/11');
    expect(await screen.findByText(/^Refusée le /)).toBeTruthy();
    expect(screen.getByText(/^Parti le /)).toBeTruthy();
  });

  it('says in words that a case is late, in the list and on the first screen', async () => {
    const world = newWorld();
    const late = world.dossiers[3];
    if (late) late.clocks.silence_on = '2020-01-31';
    openApp('/', { server: startServer(world) });
    await userEvent.click(await screen.findByRole('link', { name: /1 demande en retard/ }));
    const row = (await screen.findByText('Paul Gautier')).closest('tr') as HTMLElement;
    expect(within(row).getByText(/En retard depuis le 31 janvier 2020/)).toBeTruthy();
    expect(screen.queryByText('Jeanne Lefèvre')).toBeNull();
  });

  it('fills the answer with a model, ready to be sent', async () => {
    openApp('/demandes/11');
    await userEvent.selectOptions(await screen.findByLabelText('Partir d’un modèle'), 'Acte prêt');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Votre réponse').value).toBe('Bonjour Jeanne Lefèvre, votre acte est prêt.');
  });

  it('sends the answers that are to be corrected, and the day', async () => {
    const server = openApp('/demandes/11');
    await userEvent.click(await screen.findByRole('button', { name: 'Demander une précision' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Motif'), 'Le nom ne va pas.');
    await userEvent.click(await dialog.findByLabelText('Prénom et nom'));
    await userEvent.click(dialog.getByRole('button', { name: 'Confirmer' }));
    await waitFor(() => expect(server.sent('POST', /transitions$/)).toHaveLength(1));
    expect(server.sent('POST', /transitions$/)[0]?.body).toEqual({ to: 'waiting_for_resident', reason: 'Le nom ne va pas.', fields: ['nom'] });
  });

  it('shows what many cases will become before it is done', async () => {
    const server = startServer();
    server.plan('POST', /^\/case-bulk$/, { status: 200, body: { possible: 1, refused_count: 1, refused: ['2026-000008'], job_id: null } });
    openApp('/demandes', { server });
    await userEvent.click(await screen.findByLabelText('Choisir la demande 2026-000012'));
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier' }));
    expect(await screen.findByText(/1 demande sera changée/)).toBeTruthy();
    expect(screen.getByText(/2026-000008/, { selector: 'p' })).toBeTruthy();
    expect(server.sent('POST', /case-bulk$/)[0]?.body).toEqual({ ids: [12], action: 'assign', value: '0', dry_run: true });
  });
});
