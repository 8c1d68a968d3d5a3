// The list of pages and news: found by words and by state.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/app';

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
    expect(screen.getAllByText('Rien ne correspond à cette recherche.')).toHaveLength(2);
    await userEvent.clear(search);
    expect(titles()).toHaveLength(before);
  });
});
