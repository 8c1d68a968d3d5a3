// The checks beside the text: said in plain words, and leading to their place.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { newWorld } from './mock/data';
import { failure } from './mock/api';
import { openApp, startServer } from './support/app';

const patience = { timeout: 5_000 };

function openWith(body_markdown: string) {
  const world = newWorld();
  Object.assign(world.contents.find((item) => item.id === 4) ?? {}, { body_markdown });
  return openApp('/contenus/4', { server: startServer(world) });
}

const panel = async () => within(await screen.findByRole('region', { name: 'À vérifier avant de publier' }, patience));

describe('the checks', () => {
  it('say that a good text is ready', async () => {
    openWith('Bonjour.');
    expect(await (await panel()).findByText(/le texte est prêt/, {}, patience)).toBeTruthy();
    expect((await panel()).queryAllByRole('listitem')).toEqual([]);
  });

  it('tell what must be mended from advice, in words and not by colour alone', async () => {
    openWith('Voir [ici](/a).\n\n![](/images/1/large)');
    expect(await (await panel()).findByText(/^1 point à corriger avant de publier, 1 conseil$/, {}, patience)).toBeTruthy();
    expect((await panel()).getAllByText('À corriger avant de publier')).toHaveLength(1);
  });

  it('lead to the place in the text', async () => {
    openWith('Bonjour.\n\nVoir [ici](/a).\n\nFin.');
    await screen.findByRole('textbox', { name: 'Texte' }, patience);
    await userEvent.click(await (await panel()).findByRole('button', { name: /Aller à l’endroit.*« ici »/ }, patience));
    await waitFor(() => expect(document.getSelection()?.toString()).toBe('Voir ici.'));
  });

  it('say what went wrong and try again when the server refuses', async () => {
    const server = startServer();
    server.plan('POST', /checks$/, failure(429, 'too_many_requests', 'Trop de demandes. Patientez une minute.'));
    openApp('/contenus/4', { server });
    expect(await (await panel()).findByText('Trop de demandes. Patientez une minute.', {}, patience)).toBeTruthy();
    await userEvent.click((await panel()).getByRole('button', { name: 'Réessayer' }));
    expect(await (await panel()).findByText(/le texte est prêt/, {}, patience)).toBeTruthy();
  });
});
