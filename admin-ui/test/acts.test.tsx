// Acts: what is due, votes counted while typed, a publication that says what it means, a withdrawal that says from when.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { newEdit, textOf, votesFault } from '../src/pages/acts/edit';
import { attestation } from './mock/acts';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

const votes = (vote_members: string, vote_present: string, vote_for: string, vote_against: string, vote_abstained: string) => ({
  ...newEdit, vote_members, vote_present, vote_for, vote_against, vote_abstained,
});

describe('the list of acts', () => {
  it('says what the law wants online, and until when an act stays', async () => {
    openApp('/actes');
    expect(await screen.findByText(/liste des délibérations de la séance du 12 novembre 2026/)).toBeTruthy();
    expect(screen.getByText(/en retard/)).toBeTruthy();
    expect(screen.getByText(/Peut être retiré à partir du 25 janvier 2027/)).toBeTruthy();
  });

  it('is searched without accents', async () => {
    openApp('/actes');
    await userEvent.type(await screen.findByLabelText('Chercher un acte'), 'ECOLE');
    expect(screen.getByText('Subvention à l’école')).toBeTruthy();
    expect(screen.queryByText('Stationnement')).toBeNull();
  });
});

describe('votes', () => {
  it('are all there or none', () => {
    expect(votesFault(newEdit)).toBeNull();
    expect(votesFault(votes('11', '10', '8', '1', ''))).toMatch(/tous les nombres/);
    expect(textOf(newEdit)).not.toHaveProperty('vote_for');
  });

  it('add up, and no more vote than there are', () => {
    expect(votesFault(votes('11', '10', '8', '1', '1'))).toBeNull();
    expect(votesFault(votes('11', '10', '8', '1', '2'))).toMatch(/11/);
    expect(votesFault(votes('9', '10', '8', '1', '1'))).toMatch(/plus de votants/);
  });
});

describe('a draft', () => {
  it('is made from its form, which counts the votes while they are typed', async () => {
    const server = openApp('/actes/nouveau');
    await userEvent.type(await screen.findByLabelText('Objet'), 'Subvention');
    for (const [label, count] of [['Élus du conseil', '11'], ['Votants', '10'], ['Pour', '8'], ['Contre', '1']] as const) {
      await userEvent.type(screen.getByLabelText(label), count);
    }
    expect(screen.getByText(/Donnez tous les nombres du vote/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Abstentions'), '1');
    expect(screen.getByText('Le compte est juste.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer et choisir le fichier' }));
    expect(await screen.findByLabelText('Choisir un fichier PDF')).toBeTruthy();
    expect(server.sent('POST', /^\/acts$/)[0]?.body).toMatchObject({ kind: 'deliberation', object: 'Subvention', vote_for: 8 });
  });

  it('keeps what was typed when it is refused', async () => {
    openApp('/actes/nouveau');
    const number = (await screen.findByLabelText('Numéro')) as HTMLInputElement;
    await userEvent.type(number, '2026-50');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer et choisir le fichier' }));
    expect(await screen.findByText('Écrivez l’objet de l’acte.')).toBeTruthy();
    expect(number.value).toBe('2026-50');
  });

  it('says what it lacks instead of a button that does nothing', async () => {
    openApp('/actes/2');
    expect(await screen.findByText('Ajoutez le fichier PDF de l’acte.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Publier l’acte' })).toBeNull();
  });

  it('is published after a summary of what can no longer change', async () => {
    const server = openApp('/actes/3');
    await userEvent.click(await screen.findByRole('button', { name: 'Publier l’acte' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/plus rien ne change/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publier l’acte' }));
    await waitFor(() => expect(server.world.acts.items[2]?.state).toBe('published'));
    expect(server.sent('POST', /publish/)[0]?.body).toEqual({ base_version: 1 });
  });

  it('with changes that are not saved asks for saving first', async () => {
    openApp('/actes/3');
    await userEvent.type(await screen.findByLabelText('Numéro'), '4');
    expect(screen.getByText('Enregistrez d’abord vos changements.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Publier l’acte' })).toBeNull();
  });
});

describe('an act online', () => {
  it('shows the gaps of its proof, and from when it may go', async () => {
    openApp('/actes/1');
    expect(await screen.findByText('Pas de vérification du 26 novembre 2026 au 28 novembre 2026')).toBeTruthy();
    expect(screen.getByText('Peut être retiré à partir du 25 janvier 2027')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retirer du site' })).toBeNull();
  });

  it('is withdrawn with a reason once the law allows it', async () => {
    const world = newWorld();
    world.acts.items.forEach((item) => (item.may_withdraw = item.id === 1));
    const server = openApp('/actes/1', { server: startServer(world) });
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer du site' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Pourquoi le retirez-vous/), 'Fin');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer du site' }));
    await waitFor(() => expect(server.sent('POST', /withdraw/)[0]?.body).toEqual({ reason: 'Fin' }));
  });
});

describe('an attestation', () => {
  it('is asked for and taken', async () => {
    openApp('/actes/1');
    await userEvent.click(await screen.findByRole('button', { name: 'Demander une attestation (PDF)' }));
    expect((await screen.findByRole('link', { name: /^Télécharger l’attestation/ })).getAttribute('href')).toBe('/api/v1/made-documents/1/file');
  });

  it('that failed says why and is made again', async () => {
    const world = newWorld();
    world.acts.documents = [attestation('failed', 'Le document a pris trop de temps.')];
    openApp('/actes/1', { server: startServer(world) });
    expect(await screen.findByText(/pris trop de temps/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Refaire/ }));
    expect(await screen.findByRole('link', { name: /^Télécharger l’attestation/ })).toBeTruthy();
  });
});

describe('the settings', () => {
  it('ask for the deliberation when the council chose another way, and show what is refused', async () => {
    openApp('/actes/reglages');
    await userEvent.selectOptions(await screen.findByLabelText('Façon de publier'), 'affichage');
    expect(screen.getByLabelText('Numéro de la délibération qui a choisi')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Numéro SIRET de la commune'), '123');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Ce numéro SIRET n’est pas juste.')).toBeTruthy();
  });
});
