// Publishing later, giving it up, looking at older versions and going back to one.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { momentKey, momentOf } from '../src/components/local_time';
import { newWorld, now } from './mock/data';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };
const stored = (server: ReturnType<typeof openApp>, id: number) => server.world.contents.find((item) => item.id === id);
const later = momentKey(now + 3 * 24 * 3600);

describe('a planned publication', () => {
  const ask = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Publier' }, patience));
    const dialog = within(await screen.findByRole('dialog', {}, patience));
    await userEvent.click(dialog.getByRole('radio', { name: 'Plus tard' }));
    return dialog;
  };

  it('is asked for with a date to come, and shown', async () => {
    const server = openApp('/contenus/3');
    const dialog = await ask();
    await userEvent.click(dialog.getByRole('button', { name: 'Prévoir la publication' }));
    expect(dialog.getByText('Indiquez une date et une heure à venir.')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Date et heure de publication'), { target: { value: later } });
    await userEvent.click(dialog.getByRole('button', { name: 'Prévoir la publication' }));
    expect(await screen.findByText(/^Ce texte sera publié le/)).toBeTruthy();
    expect(stored(server, 3)).toMatchObject({ state: 'scheduled', scheduled_at: momentOf(later), url: null });
  });

  it('can be given up', async () => {
    const world = newWorld();
    Object.assign(world.contents.find((item) => item.id === 3) ?? {}, { state: 'scheduled', scheduled_at: now + 9999, scheduled_revision: 3 });
    const server = openApp('/contenus/3', { server: startServer(world) });
    await userEvent.click(await screen.findByRole('button', { name: 'Renoncer à cette publication' }, patience));
    await waitFor(() => expect(screen.queryByText(/sera publié le/)).toBeNull());
    expect(stored(server, 3)).toMatchObject({ state: 'draft', scheduled_at: null });
  });
});

describe('older versions', () => {
  it('say what changed, in words and not by colour alone', async () => {
    openApp('/contenus/4');
    await userEvent.click(await screen.findByText('Versions enregistrées', {}, patience));
    await userEvent.click(screen.getByRole('button', { name: 'Voir ce qui change dans la version 2' }));
    expect((await screen.findByText('fermée')).textContent).toBe('ajouté\u00a0: fermée');
    expect(screen.getByText('ouverte').tagName).toBe('DEL');
  });

  it('come back as a new version, shown at once and not published', async () => {
    const server = openApp('/contenus/2');
    await userEvent.click(await screen.findByText('Versions enregistrées', {}, patience));
    await userEvent.click(screen.getByRole('button', { name: 'Revenir à cette version (version 1)' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revenir à cette version' }));
    await waitFor(() => expect(stored(server, 2)).toMatchObject({ revision: 4, published_revision: 3, body_markdown: 'Texte de la version 1' }));
    await waitFor(async () => expect((await screen.findByRole('textbox', { name: 'Texte' })).textContent).toBe('Texte de la version 1'));
  });

  it('offer no way back to the newest one', async () => {
    openApp('/contenus/2');
    await userEvent.click(await screen.findByText('Versions enregistrées', {}, patience));
    expect(screen.queryByRole('button', { name: /Revenir.*version 3/ })).toBeNull();
  });
});
