// What each kind says besides its text, and how a repetition is said in words.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Content } from '../src/api/types';
import { momentOf } from '../src/components/local_time';
import { recurrenceWords } from '../src/pages/editor/details/recurrence_words';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };

function openAs(kind: Content['kind'], details: Content['details']) {
  const world = newWorld();
  Object.assign(world.contents.find((item) => item.id === 3) ?? {}, { kind, details });
  return openApp('/contenus/3', { server: startServer(world) });
}

const saved = (server: ReturnType<typeof openApp>) => server.world.contents.find((item) => item.id === 3)?.details;

describe('details', () => {
  it('of a news item are its category and whether it stands first', async () => {
    const server = openAs('news', {});
    await userEvent.type(await screen.findByLabelText('Catégorie', {}, patience), 'Travaux');
    await userEvent.click(screen.getByLabelText('Mettre en avant sur l’accueil'));
    await waitFor(() => expect(saved(server)).toEqual({ category: 'Travaux', featured: true }), patience);
  });

  it('of an event say its repetition in words', async () => {
    const server = openAs('event', { starts: '2026-12-01T18:00' });
    await userEvent.selectOptions(await screen.findByLabelText('Cet évènement se répète', {}, patience), 'Chaque semaine');
    fireEvent.change(screen.getByLabelText('Jusqu’au'), { target: { value: '2027-06-30' } });
    expect(await screen.findByText(/tous les mardis jusqu’au 30 juin 2027/)).toBeTruthy();
    await waitFor(() => expect(saved(server)).toEqual({ starts: '2026-12-01T18:00', recurrence: { every: 'week', until: '2027-06-30' } }), patience);
  });

  it('of an event lose their hours when it lasts all day', async () => {
    const server = openAs('event', { starts: '2026-12-01T18:00', ends: '2026-12-01T20:00' });
    await userEvent.click(await screen.findByLabelText('Toute la journée', {}, patience));
    await waitFor(() => expect(saved(server)).toEqual({ starts: '2026-12-01', ends: '2026-12-01', all_day: true }), patience);
  });

  it('of an alert are its severity, its period and its pages', async () => {
    const server = openAs('alert', { severity: 'vigilance' });
    await userEvent.selectOptions(await screen.findByLabelText('Importance', {}, patience), 'Urgence');
    fireEvent.change(screen.getByLabelText('Afficher jusqu’au'), { target: { value: '2026-12-05T18:30' } });
    await userEvent.click(screen.getByLabelText('Agenda'));
    await waitFor(() => expect(saved(server)).toEqual({ severity: 'urgence', ends: momentOf('2026-12-05T18:30'), sections: ['agenda'] }), patience);
  });
});

describe('a repetition in words', () => {
  const tuesday = '2026-12-01T18:00';
  it.each([
    [{ every: 'day' }, 'tous les jours'],
    [{ every: 'week', interval: 2, weekdays: [2] }, 'le mardi, une semaine sur deux'],
    [{ every: 'week', weekdays: [2, 4, 5] }, 'tous les mardis, jeudis et vendredis'],
    [{ every: 'month' }, 'le 1er de chaque mois'],
    [{ every: 'month', weekdays: [2] }, 'le premier mardi de chaque mois'],
    [{ every: 'year', count: 3 }, 'tous les ans, 3 fois'],
    [{ every: 'week', except: ['2026-12-22', '2026-12-29'] }, 'tous les mardis, sauf le 22 décembre 2026 et 29 décembre 2026'],
  ] as const)('%j is « %s »', (rule, words) => {
    expect(recurrenceWords(structuredClone(rule) as never, tuesday)).toBe(words);
  });

  it('is nothing without a first day', () => {
    expect(recurrenceWords({ every: 'week' }, '')).toBe('');
  });
});
