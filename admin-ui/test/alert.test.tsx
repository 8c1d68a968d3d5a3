// An alert published from a phone: few gestures, words before and after, undone at once.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { endOfDay, momentKey, momentOf } from '../src/components/local_time';
import { blankAlert, endOf, faultsOf } from '../src/pages/alert/alert_draft';
import { failure } from './mock/api';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };
const sent = (server: ReturnType<typeof openApp>) => server.sent('POST', /^\/alerts$/).map((call) => call.body);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }, patience));

describe('an alert', () => {
  it('is live in three taps from the first screen', async () => {
    const server = openApp('/');
    await userEvent.click(await screen.findByRole('link', { name: /^Publier une alerte/ }, patience));
    await press('Coupure d’eau');
    await press('Publier l’alerte');
    expect(await screen.findByRole('heading', { name: 'L’alerte est en ligne' })).toBeTruthy();
    expect(sent(server)).toEqual([{ title: 'Coupure d’eau en cours. Le retour à la normale sera annoncé ici.', severity: 'vigilance', ends: endOfDay(0) }]);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('L’alerte est en ligne'));
  });

  it('says before where and until when it will be seen', async () => {
    openApp('/alerte');
    expect(await screen.findByText(/en haut de toutes les pages du site de Saint-Maixent.*jusqu’au .* à 23\sh\s59/, {}, patience)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Jusqu’à ce que je la retire' }));
    expect(screen.getByText(/jusqu’à ce que vous la retiriez/)).toBeTruthy();
  });

  it('is undone right after, and what was typed is still there', async () => {
    const server = openApp('/alerte');
    await userEvent.type(await screen.findByLabelText('Votre message', {}, patience), 'Route coupée');
    await press('Publier l’alerte');
    await press('Annuler l’alerte');
    expect(((await screen.findByLabelText('Votre message')) as HTMLTextAreaElement).value).toBe('Route coupée');
    expect(server.world.contents[0]).toMatchObject({ title: 'Route coupée', state: 'binned', url: null });
  });

  it('without a message is not sent, and the field says why', async () => {
    const server = openApp('/alerte');
    await press('Publier l’alerte');
    expect(screen.getByText('Écrivez le message.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Votre message'));
    expect(sent(server)).toEqual([]);
  });

  it('that the server refuses keeps what was typed', async () => {
    const server = startServer();
    server.plan('POST', /^\/alerts$/, failure(422, 'invalid', 'Corrigez ce qui est signalé.', { fields: { title: 'Ce message est trop long.' } }));
    openApp('/alerte', { server });
    await userEvent.type(await screen.findByLabelText('Votre message', {}, patience), 'Verglas');
    await press('Publier l’alerte');
    expect(await screen.findByText('Ce message est trop long.')).toBeTruthy();
    expect((screen.getByLabelText('Votre message') as HTMLTextAreaElement).value).toBe('Verglas');
  });

  it('that runs is listed with a way to take it away', async () => {
    const server = openApp('/alerte');
    await press('Neige et verglas');
    await press('Publier l’alerte');
    await press('Publier une autre alerte');
    const running = within(await screen.findByRole('region', { name: 'En ce moment sur le site' }));
    await userEvent.click(running.getByRole('button', { name: /^Retirer : Neige et verglas/ }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'En ce moment sur le site' })).toBeNull());
    expect(server.world.contents[0]?.state).toBe('binned');
  });
});

describe('the end of an alert', () => {
  const noon = 1_782_900_000; // 1 July 2026, 12:00 in Paris
  it('is the last minute of a day in Paris, in summer and across the change of hour', () => {
    expect(momentKey(endOfDay(0, noon))).toBe('2026-07-01T23:59');
    expect(momentKey(endOfDay(3, momentOf('2026-10-23T22:30') ?? 0))).toBe('2026-10-26T23:59');
  });

  it('must be given and to come when it is another moment', () => {
    const other = { ...blankAlert, text: 'Verglas', until: 'otherMoment' as const };
    expect(faultsOf(other, noon).moment).toBe('Indiquez la date et l’heure de fin.');
    expect(faultsOf({ ...other, moment: '2026-07-01T11:00' }, noon).moment).toBe('Cette date est déjà passée.');
    expect(faultsOf({ ...other, moment: '2026-07-01T13:00' }, noon)).toEqual({});
    expect(endOf({ ...other, moment: '2026-07-01T13:00' }, noon)).toBe(noon + 3600);
  });
});

describe('moments of inputs', () => {
  it('are read and written in Paris time', () => {
    for (const key of ['2026-01-15T08:00', '2026-07-14T23:30', '2026-03-29T03:30', '2026-10-25T12:00']) expect(momentKey(momentOf(key) ?? 0)).toBe(key);
    expect(momentOf('')).toBeNull();
    expect(momentOf('2026-13-45T99:00')).toBeNull();
  });
});
