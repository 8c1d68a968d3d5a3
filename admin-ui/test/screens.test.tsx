// The other screens: creating, procedures, town hall, mails.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { failure } from './mock/api';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

describe('contents', () => {
  it('lists news and pages with their state in words', async () => {
    openApp('/contenus');
    const item = (await screen.findByText('Repas des aînés le 14 mars')).closest('a') as HTMLElement;
    expect(within(item).getByText('Brouillon')).toBeTruthy();
  });

  it('starts a news item from its title alone', async () => {
    const server = openApp('/contenus/nouveau?type=news');
    await userEvent.type(await screen.findByLabelText('Titre'), 'Coupure d’eau');
    await userEvent.click(screen.getByRole('button', { name: 'Commencer à écrire' }));
    expect(await screen.findByLabelText('Texte')).toBeTruthy();
    expect(server.sent('POST', /^\/contents$/)[0]?.body).toMatchObject({ kind: 'news', section: 'actualites', title: 'Coupure d’eau' });
  });

  it('asks for a title before anything is sent', async () => {
    const server = openApp('/contenus/nouveau?type=page');
    await userEvent.click(await screen.findByRole('button', { name: 'Commencer à écrire' }));
    expect(await screen.findByText('Donnez un titre.')).toBeTruthy();
    expect(server.sent('POST', /^\/contents$/)).toEqual([]);
  });
});

describe('procedures', () => {
  it('closes a procedure after saying what it means', async () => {
    const server = openApp('/demarches');
    await userEvent.click(await screen.findByRole('button', { name: /^Fermer «/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Celles que vous avez déjà reçues continuent/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Fermer la démarche' }));
    await waitFor(() => expect(server.world.procedures[0]?.state).toBe('closed'));
  });
});

describe('town hall', () => {
  it('warns while the hours are to be confirmed, and no longer once they are', async () => {
    const server = openApp('/mairie');
    expect(await screen.findByText('Horaires à confirmer')).toBeTruthy();
    await userEvent.click(screen.getByLabelText(/Ces horaires sont justes/));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/Le site est à jour/)).toBeTruthy();
    expect(screen.queryByText('Horaires à confirmer')).toBeNull();
    expect(server.world.commune.hours_confirmed).toBe(true);
    expect(server.world.commune.hours).toHaveLength(7);
  });

  it('adds a usual interval to a day', async () => {
    const server = openApp('/mairie');
    await userEvent.click(await screen.findByRole('button', { name: 'Ajouter un créneau le mercredi' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.commune.hours[2]).toEqual({ day: 3, intervals: [{ from: '09:00', to: '12:00' }] }));
  });

  it('shows what the server refuses beside its field and loses nothing', async () => {
    const server = openApp('/mairie');
    const postcode = (await screen.findByLabelText('Code postal')) as HTMLInputElement;
    await userEvent.clear(postcode);
    await userEvent.type(postcode, '7232');
    await userEvent.type(screen.getByLabelText('Maire'), ' de Vibraye');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/Indiquez un code postal à 5 chiffres/)).toBeTruthy();
    expect(screen.getByText(/1 réponse est à corriger/)).toBeTruthy();
    expect((screen.getByLabelText('Maire') as HTMLInputElement).value).toBe('Hélène Dubois de Vibraye');
    expect(server.world.commune.mayor_name).toBe('Hélène Dubois');
  });
});

describe('mails that did not leave', () => {
  it('says why and sends again', async () => {
    const server = openApp('/courriels');
    expect(await screen.findByText('Le serveur du destinataire ne connaît pas cette adresse.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Renvoyer «\sAccusé de réception/ }));
    expect(await screen.findByText(/va être renvoyé/)).toBeTruthy();
    expect(server.world.outbox[0]?.state).toBe('pending');
  });

  it('shows the server’s words when it cannot', async () => {
    const server = startServer();
    server.plan('POST', /retry/, failure(409, 'mail_sent', 'Ce courriel est déjà parti.'));
    openApp('/courriels', { server });
    await userEvent.click(await screen.findByRole('button', { name: /Renvoyer «\sLa mairie/ }));
    expect(await screen.findByText('Ce courriel est déjà parti.')).toBeTruthy();
  });

  it('says so when every mail has left', async () => {
    openApp('/courriels', { server: startServer({ ...newWorld(), outbox: [] }) });
    expect(await screen.findByText('Tous les courriels sont partis')).toBeTruthy();
  });
});
