// Money: amounts as they are typed, a payment that is sent once, a day that is closed by counting, the steps to payments online.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { centsOf, euroText } from '../src/pages/money/amount';
import { newWorld } from './mock/data';
import { openApp, startServer } from './support/app';

describe('amounts', () => {
  it('are read as people type them, and never guessed', () => {
    expect([centsOf('12'), centsOf('12,5'), centsOf('12.50'), centsOf('1 234,50 €'), centsOf('0')]).toEqual([1200, 1250, 1250, 123_450, 0]);
    expect([centsOf(''), centsOf('douze'), centsOf('12,505'), centsOf('-3'), centsOf('1.234,50')]).toEqual([null, null, null, null, null]);
  });

  it('are shown in euros', () => {
    expect(euroText(123_450)).toMatch(/1\s234,50\s€/);
  });
});

describe('the régies', () => {
  it('are listed with what residents can do', async () => {
    openApp('/argent');
    expect(await screen.findByText('Régie périscolaire')).toBeTruthy();
    expect(screen.getByText('Paiement en ligne fermé')).toBeTruthy();
  });

  it('say what they are when there is none', async () => {
    const world = newWorld();
    world.money.regies = [];
    openApp('/argent', { server: startServer(world) });
    expect(await screen.findByText('Aucune régie pour le moment')).toBeTruthy();
  });

  it('keep what was typed when a new one is refused', async () => {
    openApp('/argent/nouvelle');
    const act = (await screen.findByLabelText('Référence de l’acte')) as HTMLInputElement;
    await userEvent.type(act, 'Délibération 2026-12');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Donnez à la régie un nom de 200 caractères au plus.')).toBeTruthy();
    expect(act.value).toBe('Délibération 2026-12');
  });
});

describe('the day', () => {
  it('takes a sale, and sends another key for the next one', async () => {
    const server = openApp('/argent/1/journee');
    await userEvent.click(await screen.findByLabelText('Une vente'));
    for (const amount of ['7,50', '8']) {
      await userEvent.type(screen.getByLabelText(/Montant en euros/), amount);
      await userEvent.click(screen.getByRole('button', { name: 'Encaisser' }));
      await waitFor(() => expect((screen.getByLabelText(/Montant en euros/) as HTMLInputElement).value).toBe(''));
    }
    const sent = server.sent('POST', /^\/regies\/1\/receipts$/).map((call) => call.body as { request_key: string; amount_cents: number });
    expect(sent.map((each) => each.amount_cents)).toEqual([750, 800]);
    expect(sent[0]?.request_key).not.toBe(sent[1]?.request_key);
  });

  it('keeps the key and what was typed when no answer comes', async () => {
    const server = openApp('/argent/1/journee');
    server.plan('POST', /^\/regies\/1\/receipts$/, 'no answer');
    await userEvent.type(await screen.findByLabelText(/Montant en euros/), '7,50');
    await userEvent.type(screen.getByLabelText(/Référence de la somme due/), '26K7 QXM2 9RTA');
    await userEvent.click(screen.getByRole('button', { name: 'Encaisser' }));
    expect(await screen.findByText('Cela n’a pas marché')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Encaisser' }));
    await waitFor(() => expect(server.sent('POST', /^\/regies\/1\/receipts$/)).toHaveLength(2));
    const [first, second] = server.sent('POST', /^\/regies\/1\/receipts$/).map((call) => call.body);
    expect(second).toEqual(first);
  });

  it('does not send an amount that cannot be read', async () => {
    const server = openApp('/argent/1/journee');
    await userEvent.type(await screen.findByLabelText(/Montant en euros/), 'douze');
    await userEvent.click(screen.getByRole('button', { name: 'Encaisser' }));
    expect(await screen.findByText('Écrivez un montant, par exemple 12,50.')).toBeTruthy();
    expect(server.sent('POST', /receipts/)).toEqual([]);
  });

  it('undoes a receipt with a reason, but not one that is on a bordereau', async () => {
    const server = openApp('/argent/1/journee');
    await userEvent.click(await screen.findByRole('button', { name: 'Annuler le reçu R1-2026-000002' }));
    expect(screen.queryByRole('button', { name: 'Annuler le reçu R1-2026-000001' })).toBeNull();
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Raison'), 'Erreur de montant');
    await userEvent.click(within(dialog).getAllByRole('button', { name: 'Annuler' }).at(-1)!);
    expect(await screen.findByText(/Annulé\s: Erreur de montant/)).toBeTruthy();
    expect(server.sent('POST', /correct$/)[0]?.body).toEqual({ why: 'Erreur de montant' });
  });

  it('is closed by counting, and a difference is explained first', async () => {
    const server = openApp('/argent/1/journee');
    await userEvent.type(await screen.findByLabelText(/Nombre de 50,00/), '1');
    expect(screen.getByText(/-12,50/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Clôturer' }));
    expect(await screen.findByText('La caisse a un écart. Écrivez une remarque qui l’explique.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Remarque/), 'Rendu de monnaie');
    await userEvent.click(screen.getByRole('button', { name: 'Clôturer' }));
    expect(await screen.findByText('La journée n’est pas ouverte')).toBeTruthy();
    expect(server.sent('POST', /close$/).at(-1)?.body).toEqual({ till: [{ cents: 5000, count: 1 }], remark: 'Rendu de monnaie' });
  });
});

describe('bordereaux, the month and discrepancies', () => {
  it('pour cash of the amount that was typed', async () => {
    const server = openApp('/argent/1/bordereaux');
    await userEvent.type(await screen.findByLabelText('Montant à verser en euros'), '10');
    await userEvent.click(screen.getByRole('button', { name: 'Verser des espèces' }));
    await waitFor(() => expect(server.sent('POST', /bordereaux$/)[0]?.body).toMatchObject({ means: 'cash', amount_cents: 1000 }));
  });

  it('offer both tables of a month, and paper once it is over', async () => {
    openApp('/argent/1/mois');
    const link = (await screen.findByText('Relevé en tableau (CSV)')) as HTMLAnchorElement;
    expect(link.getAttribute('href')).toMatch(/^\/api\/v1\/regies\/1\/months\/\d{4}-\d{2}\/statement\.csv$/);
    expect(screen.queryByRole('button', { name: 'Imprimer le relevé (PDF)' })).toBeNull();
  });

  it('say the one thing to do, and are settled in words', async () => {
    const server = openApp('/argent/1/ecarts');
    expect(await screen.findByText(/Demandez au comptable où est cet argent/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Régler l’écart 26A000000001' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Ce qui a été fait/), 'Retrouvé en décembre');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Régler' }));
    expect(await screen.findByText('Aucun écart')).toBeTruthy();
    expect(server.sent('POST', /settle$/)[0]?.body).toEqual({ remark: 'Retrouvé en décembre' });
  });
});

describe('what is owed', () => {
  it('is added with its amount in cents', async () => {
    const server = openApp('/argent/1/sommes');
    await userEvent.type(await screen.findByLabelText(/^Objet/), 'Cantine d’avril');
    await userEvent.type(screen.getByLabelText(/Montant en euros/), '42,50');
    await userEvent.type(screen.getByLabelText('Nom de la personne'), 'Famille Petit');
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter' }));
    await waitFor(() => expect(server.sent('POST', /^\/debts$/)[0]?.body).toMatchObject({ regie_id: 1, product: 'cantine', amount_cents: 4250, object: 'Cantine d’avril' }));
  });
});

describe('the way to payments online', () => {
  it('tests the connection, then activates, then asks before it opens', async () => {
    const server = openApp('/argent/1/reglages');
    expect(((await screen.findByRole('button', { name: 'Passer en activation' })) as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Tester la connexion' }));
    expect(await screen.findByText(/PayFiP reconnaît «\sCANTINE\s»/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Passer en activation' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Passer en production' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Passer en production' }));
    await waitFor(() => expect(server.sent('POST', /mode$/).map((call) => call.body)).toEqual([{ mode: 'activation' }, { mode: 'production' }]));
  });
});
