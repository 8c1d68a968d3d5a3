// The other screens: creating, procedures, town hall, mails.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
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

  it('tells no change of a page that is as it was put online', async () => {
    const world = newWorld();
    world.contents.forEach((item) => item.id === 1 && (item.published_at = item.updated_at));
    openApp('/contenus', { server: startServer(world) });
    const untouched = (await screen.findByText('Le conseil municipal')).closest('a') as HTMLElement;
    expect(untouched.textContent).toContain('Jamais modifiée depuis sa mise en ligne');
    expect(untouched.textContent).not.toContain('Modifiée');
    const touched = screen.getByText('La salle des fêtes').closest('a') as HTMLElement;
    expect(touched.textContent).toContain('Modifiée le');
  });

  it('starts a news item from its title alone', async () => {
    const server = openApp('/contenus/nouveau?type=news');
    await userEvent.type(await screen.findByLabelText('Titre'), 'Coupure d’eau');
    await userEvent.click(screen.getByRole('button', { name: 'Commencer à écrire' }));
    expect(await screen.findByLabelText('Texte')).toBeTruthy();
    expect(server.sent('POST', /^\/contents$/)[0]?.body).toMatchObject({ kind: 'news', title: 'Coupure d’eau' });
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

describe('leaving the town hall with something unsaved', () => {
  const phone = async () => (await screen.findByLabelText('Téléphone')) as HTMLInputElement;
  const goAndComeBack = async () => {
    await userEvent.click(screen.getByRole('link', { name: 'Démarches' }));
    await screen.findByRole('heading', { level: 1, name: 'Démarches' });
    await userEvent.click(screen.getByRole('link', { name: 'La mairie' }));
  };

  it('brings back what was typed, says so, and saves it', async () => {
    const server = openApp('/mairie');
    await userEvent.type(await phone(), '99');
    await goAndComeBack();
    expect((await phone()).value).toBe('02 43 71 00 0099');
    expect(screen.getByText(/Nous avons retrouvé des modifications/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.commune.phone).toBe('02 43 71 00 0099'));
    await waitFor(() => expect(window.localStorage.getItem('clocher.draft.commune')).toBeNull());
    expect(screen.queryByText(/Nous avons retrouvé/)).toBeNull();
  });

  it('lets what was typed be dropped', async () => {
    openApp('/mairie');
    await userEvent.type(await phone(), '99');
    await goAndComeBack();
    await userEvent.click(await screen.findByRole('button', { name: 'Reprendre les renseignements enregistrés' }));
    expect((await phone()).value).toBe('02 43 71 00 00');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(window.localStorage.getItem('clocher.draft.commune')).toBeNull();
  });

  it('keeps only what was typed: the rest is what a colleague saved meanwhile', async () => {
    window.localStorage.setItem('clocher.draft.commune', JSON.stringify({ phone: '01', mayor_name: 7, unknown: 'x', hours: [] }));
    const server = openApp('/mairie');
    expect((await phone()).value).toBe('01');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.commune).toMatchObject({ phone: '01', mayor_name: 'Hélène Dubois' }));
    expect(server.world.commune.hours).toHaveLength(7);
  });

  it('keeps what is typed while the saving is on its way', async () => {
    const server = openApp('/mairie');
    await userEvent.type(await phone(), '9');
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    fireEvent.change(await phone(), { target: { value: 'plus tard' } });
    expect(await screen.findByText(/Le site est à jour/)).toBeTruthy();
    expect(server.world.commune.phone).toBe('02 43 71 00 009');
    expect((await phone()).value).toBe('plus tard');
    expect(window.localStorage.getItem('clocher.draft.commune')).toContain('plus tard');
  });

  it('says nothing of a recovery when nothing was typed', async () => {
    openApp('/mairie');
    await phone();
    await goAndComeBack();
    await phone();
    expect(screen.queryByText(/Nous avons retrouvé/)).toBeNull();
  });
});

describe('mails that did not leave', () => {
  it('says why and sends again', async () => {
    const server = openApp('/envois');
    expect(await screen.findByText('Le serveur du destinataire ne connaît pas cette adresse.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Réessayer «\sAccusé de réception/ }));
    expect(await screen.findByText(/part dans la minute/)).toBeTruthy();
    expect(server.world.outbox[0]?.state).toBe('pending');
  });

  it('shows the server’s words when it cannot', async () => {
    const server = startServer();
    server.plan('POST', /retry/, failure(409, 'mail_sent', 'Ce courriel est déjà parti.'));
    openApp('/envois', { server });
    await userEvent.click(await screen.findByRole('button', { name: /Réessayer «\sLa mairie/ }));
    expect(await screen.findByText('Ce courriel est déjà parti.')).toBeTruthy();
  });

  it('says so when every mail has left', async () => {
    openApp('/envois', { server: startServer({ ...newWorld(), outbox: [] }) });
    expect(await screen.findByText('Tout est parti')).toBeTruthy();
  });
});
