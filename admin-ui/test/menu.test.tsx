// The menu and the sections: changed with the keyboard, undone, kept, saved, refused beside the field.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/app';

const patience = { timeout: 5_000 };
const names = async () => {
  const list = await screen.findByRole('list', { name: 'Entrées du menu' }, patience);
  return within(list).getAllByRole('textbox').map((field) => (field as HTMLInputElement).value);
};

describe('the menu', () => {
  it('is ordered with the arrows, undone, and saved as a whole', async () => {
    const server = openApp('/menu');
    expect((await names())[1]).toBe('La mairie');
    await userEvent.click(screen.getByRole('button', { name: 'Descendre « La mairie »' }));
    expect((await names())[2]).toBe('La mairie');
    await userEvent.click(screen.getByRole('button', { name: 'Défaire' }));
    expect((await names())[1]).toBe('La mairie');
    await userEvent.click(screen.getByRole('button', { name: 'Retirer « Actualités » du menu' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le menu' }));
    await waitFor(() => expect(server.world.site.own?.map(({ label }) => label)).toEqual(['Accueil', 'La mairie', 'Vivre ici', 'Démarches']));
  });

  it('takes a section of one’s own', async () => {
    const server = openApp('/menu');
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Où mène-t-elle ?' }, patience), 'Tourisme');
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter au menu' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le menu' }));
    await waitFor(() => expect(server.world.site.own?.at(-1)).toEqual({ label: 'Tourisme', target: '/tourisme' }));
  });

  it('says beside the entry what the server refuses, and loses nothing', async () => {
    openApp('/menu');
    await userEvent.clear(await screen.findByRole('textbox', { name: 'Nom de l’entrée 2' }, patience));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le menu' }));
    expect(await screen.findByText('Écrivez le nom de l’entrée.')).toBeTruthy();
    expect(await names()).toHaveLength(5);
  });
});

describe('sections', () => {
  it('are created, and refused beside their name when it is taken', async () => {
    const server = openApp('/menu');
    await userEvent.click(await screen.findByRole('button', { name: 'Créer une rubrique' }, patience));
    const name = await screen.findByRole('textbox', { name: 'Nom de la rubrique' }, patience);
    await userEvent.type(name, 'Démarches');
    await userEvent.click(screen.getByRole('button', { name: 'Créer' }));
    expect(await screen.findByText(/Ce nom est déjà celui d’une partie du site/)).toBeTruthy();
    await userEvent.clear(name);
    await userEvent.type(name, 'Enfance');
    await userEvent.click(screen.getByRole('button', { name: 'Créer' }));
    await waitFor(() => expect(server.world.site.sections.at(-1)?.title).toBe('Enfance'));
  });

  it('give up a page and take it back', async () => {
    const server = openApp('/menu');
    const [choice] = await screen.findAllByRole('combobox', { name: /^Rubrique de/ }, patience);
    const before = (choice as HTMLSelectElement).value;
    await userEvent.selectOptions(choice as HTMLElement, 'Tourisme');
    await waitFor(() => expect(server.sent('POST', /place$/)).toHaveLength(1));
    await userEvent.click(await screen.findByRole('button', { name: /^Remettre/ }, patience));
    await waitFor(() => expect(server.sent('POST', /place$/).at(-1)?.body).toMatchObject({ section: before, place: 1 }));
  });

  it('can be deleted only when they are empty and the commune’s own', async () => {
    openApp('/menu');
    expect(await screen.findByRole('button', { name: 'Supprimer la rubrique « Tourisme »' }, patience)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Supprimer la rubrique « La mairie »' })).toBeNull();
  });
});
