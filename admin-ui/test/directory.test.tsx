// The directories: lists, the form of a record, a file imported and undone.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/app';

const list = '/annuaire?type=associations';
const names = () => screen.getAllByRole('link', { name: /boules|sportive/ }).map((link) => link.textContent);

describe('a directory', () => {
  it('is searched without accents', async () => {
    openApp(list);
    await screen.findByText('Club de boules');
    await userEvent.type(screen.getByLabelText('Chercher une fiche'), 'etoile');
    expect(screen.queryByText('Club de boules')).toBeNull();
    expect(screen.getByText('Étoile sportive')).toBeTruthy();
  });

  it('is put in order from the keyboard, and the focus stays', async () => {
    openApp(list);
    (await screen.findByRole('button', { name: 'Descendre Club de boules' })).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(names()).toEqual(['Étoile sportive', 'Club de boules']));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Monter Club de boules'));
  });

  it('confirms a record in one press', async () => {
    const server = openApp(list);
    await userEvent.click(await screen.findByRole('button', { name: /^Toujours exact/ }));
    await waitFor(() => expect(screen.queryByText('À vérifier')).toBeNull());
    expect(server.sent('POST', /confirm/)).toHaveLength(1);
  });

  it('gives a record back from the bin', async () => {
    const server = openApp(`${list}&corbeille`);
    await userEvent.click(await screen.findByRole('button', { name: 'Reprendre Vieux club' }));
    await waitFor(() => expect(server.world.directory.entries[3]?.deleted_at).toBeNull());
  });
});

describe('a record', () => {
  it('shows what the server refuses beside its field and keeps what was typed', async () => {
    openApp('/annuaire/2');
    const phone = (await screen.findByLabelText('Téléphone')) as HTMLInputElement;
    await userEvent.clear(phone);
    await userEvent.type(phone, '12');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Indiquez un numéro de téléphone complet.')).toBeTruthy();
    expect(phone.value).toBe('12');
  });

  it('lets the agent keep her version when a colleague saved meanwhile', async () => {
    const server = openApp('/annuaire/2');
    await userEvent.type(await screen.findByLabelText('Site internet'), 'www.boules.example');
    Object.assign(server.world.directory.entries[1] as object, { version: 7, phone: '02 43 00 00 99' });
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/02 43 00 00 99/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Garder ma version' }));
    await waitFor(() => expect(server.world.directory.entries[1]).toMatchObject({ version: 8, website: 'www.boules.example' }));
  });

  it('of the town hall leads to its own screen and cannot be deleted', async () => {
    openApp('/annuaire/1');
    expect(await screen.findByRole('link', { name: 'Ouvrir « La mairie »'.replace(/ (?=»)|(?<=«) /g, '\u00a0') })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Supprimer la fiche' })).toBeNull();
    expect(screen.queryByLabelText('Nom')).toBeNull();
  });

  it('goes to the bin after a question', async () => {
    const server = openApp('/annuaire/2');
    await userEvent.click(await screen.findByRole('button', { name: 'Supprimer la fiche' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Supprimer la fiche' }));
    await screen.findByRole('heading', { level: 1, name: 'Annuaire' });
    expect(server.world.directory.entries[1]?.deleted_at).not.toBeNull();
  });

  it('is made with its hours and the fields of its kind', async () => {
    const server = openApp('/annuaire/nouvelle?type=associations');
    await userEvent.type(await screen.findByLabelText('Nom'), 'Chorale');
    await userEvent.type(screen.getByLabelText('Personne à contacter'), 'Jeanne Martin');
    await userEvent.click(screen.getByLabelText(/accepte que ses coordonnées/));
    await userEvent.click(screen.getByLabelText('Afficher des horaires'));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter un créneau le mercredi' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByRole('heading', { level: 1, name: 'Annuaire' });
    const body = server.sent('POST', /^\/directory$/)[0]?.body as Record<string, unknown>;
    expect(body).toMatchObject({ kind: 'associations', name: 'Chorale', details: { contact_person: 'Jeanne Martin' }, contact_consent: true });
    expect((body['hours'] as unknown[])[2]).toEqual({ day: 3, intervals: [{ from: '09:00', to: '12:00' }] });
  });
});

describe('a file', () => {
  const choose = async (name: string, text = 'Nom;Tel\n') =>
    userEvent.upload(await screen.findByLabelText('Fichier CSV'), new File([text], name, { type: 'text/csv' }));

  it('with errors shows each in its cell and cannot be imported', async () => {
    openApp('/annuaire/import?type=associations');
    await choose('mauvais.csv');
    const row = await screen.findByRole('row', { name: /Chorale/ });
    expect(within(row).getByText('Indiquez un numéro de téléphone complet.').closest('td')?.textContent).toContain('12');
    expect(screen.getByText('colonne non utilisée')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Importer' })).toBeNull();
  });

  it('mended is imported as its bytes are, then undone', async () => {
    const server = openApp('/annuaire/import?type=associations');
    await choose('mauvais.csv');
    await screen.findByText(/1 ligne est à corriger/);
    await choose('liste.csv', 'été');
    await userEvent.click(await screen.findByRole('button', { name: 'Importer' }));
    expect(await screen.findByText('Import terminé')).toBeTruthy();
    const sent = server.sent('POST', /^\/directory-imports$/)[0]?.body as Record<string, string>;
    expect(sent).toMatchObject({ kind: 'associations', duplicates: 'update', content_base64: 'w6l0w6k=' });
    await userEvent.click(await screen.findByRole('button', { name: 'Annuler l’import de liste.csv' }));
    expect(await screen.findByText(/Import annulé/)).toBeTruthy();
    await waitFor(() => expect(screen.getByText('Annulé')).toBeTruthy());
  });

  it('that is too large is not sent', async () => {
    const server = openApp('/annuaire/import?type=associations');
    await choose('liste.csv', 'a'.repeat(700_001));
    expect(await screen.findByText(/dépasse 700 Ko/)).toBeTruthy();
    expect(server.sent('POST', /directory-imports/)).toEqual([]);
  });
});
