// The list of pages and news: found by words and by state.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../src/components/local_time';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };
const titles = () => screen.getAllByRole('listitem').flatMap((item) => within(item).queryAllByText((_text, node) => node?.tagName === 'STRONG')).map((node) => node.textContent);
const states = async () => within(await screen.findByRole('group', { name: 'Montrer' }, patience));

describe('the list of pages and news', () => {
  it('finds a title whatever its case and accents', async () => {
    openApp('/contenus');
    await userEvent.type(await screen.findByLabelText('Chercher dans les titres', {}, patience), 'EGLISE');
    await waitFor(() => expect(titles()).toEqual(['Travaux rue de l’Église']));
    expect(screen.getByText('1 texte trouvé')).toBeTruthy();
  });

  it('shows one state only, with how many there are', async () => {
    openApp('/contenus');
    const draft = await (await states()).findByRole('button', { name: /^Brouillon/ });
    const count = Number(/\d+/.exec(draft.textContent ?? '')?.[0]);
    await userEvent.click(draft);
    expect(draft.getAttribute('aria-pressed')).toBe('true');
    expect(titles()).toHaveLength(count);
  });

  it('says so when nothing fits, and shows all again', async () => {
    openApp('/contenus');
    const search = await screen.findByLabelText('Chercher dans les titres', {}, patience);
    const before = titles().length;
    await userEvent.type(search, 'zzz');
    expect(screen.getAllByText('Rien ne correspond à cette recherche.')).toHaveLength(4); // one a section
    await userEvent.clear(search);
    expect(titles()).toHaveLength(before);
  });

  it('says when a planned text appears', async () => {
    const world = newWorld();
    Object.assign(world.contents[1] ?? {}, { state: 'scheduled', scheduled_at: momentOf('2026-12-05T11:00'), scheduled_revision: 3 });
    openApp('/contenus', { server: startServer(world) });
    expect(await screen.findByText(/Publication prévue le 5 décembre 2026 à 11\sh\s00/, {}, patience)).toBeTruthy();
  });
});

describe('something new', () => {
  it('is an event only with its day', async () => {
    const server = openApp('/contenus/nouveau?type=event');
    await userEvent.type(await screen.findByLabelText('Titre', {}, patience), 'Fête du village');
    await userEvent.click(screen.getByRole('button', { name: 'Commencer à écrire' }));
    expect(screen.getByText('Indiquez le jour et l’heure.')).toBeTruthy();
    await userEvent.click(screen.getByLabelText('Toute la journée'));
    fireEvent.change(screen.getByLabelText('Quand ?'), { target: { value: '2026-12-05' } });
    await userEvent.click(screen.getByRole('button', { name: 'Commencer à écrire' }));
    await waitFor(() => expect(server.world.contents[0]).toMatchObject({ kind: 'event', details: { starts: '2026-12-05', all_day: true } }));
  });
});
