// Exceptional days, look and accessibility declaration of the town hall.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/app';

describe('exceptional days', () => {
  it('adds a closure and keeps the ones that are there', async () => {
    const server = openApp('/mairie/horaires');
    await userEvent.click(await screen.findByRole('button', { name: 'Ajouter une fermeture' }));
    fireEvent.change(screen.getAllByLabelText('Premier jour')[1] as HTMLElement, { target: { value: '2027-08-02' } });
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.exceptions.exceptions).toHaveLength(2));
    expect(server.world.exceptions.exceptions[1]).toEqual({ first_day: '2027-08-02', last_day: '2027-08-02', intervals: [], reason: '' });
    expect(await screen.findByText(/Le site est à jour/)).toBeTruthy();
  });

  it('names the day that would be removed', async () => {
    const server = openApp('/mairie/horaires');
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer l’exception du 24 décembre 2026' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.exceptions.exceptions).toEqual([]));
  });
});

describe('look', () => {
  it('proposes the nearest colour that can be read', async () => {
    const server = openApp('/mairie/apparence');
    await userEvent.click(await screen.findByLabelText('Utiliser la couleur de la commune'));
    fireEvent.change(screen.getByLabelText('Couleur de la commune'), { target: { value: '#ffd700' } });
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Prendre #7a6700' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.look.accent).toBe('#7a6700'));
  });
});

describe('logo and photo', () => {
  it('saves the picture that was chosen from the library, and takes it away', async () => {
    const server = openApp('/mairie/apparence');
    const field = await screen.findByRole('group', { name: 'Photo de la page d’accueil' });
    await userEvent.click(within(field).getByRole('button', { name: 'Choisir' }));
    const picture = server.world.media.find((item) => item.kind === 'image');
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(`${picture?.name}`) }));
    await userEvent.type(screen.getByLabelText('Phrase d’accueil'), 'Un village de bocage.');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.look).toMatchObject({ hero_id: picture?.id, logo_id: null, welcome: 'Un village de bocage.' }));
    await userEvent.click(await within(field).findByRole('button', { name: 'Retirer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.look.hero_id).toBeNull());
  });
});

describe('accessibility declaration', () => {
  it('sends one line an item and shows the state that the server found', async () => {
    const server = openApp('/mairie/accessibilite');
    await userEvent.type(await screen.findByLabelText('Non-conformités'), 'La carte{enter}Un document');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(server.world.declaration.issues).toEqual(['La carte', 'Un document']));
    expect(await screen.findByText(/partiellement conforme/)).toBeTruthy();
  });
});
