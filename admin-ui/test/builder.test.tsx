// Changing a procedure: pages and questions, conditions in words, saving, conflicts, tests, publishing; and the model beneath.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../src/components/local_draft';
import { conditionInWords, operatorsFor, readCondition, writeCondition } from '../src/pages/builder/conditions';
import { asDefinition, earlierQuestions, freeQuestionId, moveQuestion, withQuestion } from '../src/pages/builder/definition';
import { actInWords } from '../src/pages/builder/Tests';
import { pageOf, valuesOf } from '../src/pages/builder/Trial';
import { contactDefinition } from './mock/procedure_drafts';
import { openApp, startServer } from './support/app';

const address = '/demarches/salle-des-fetes/modifier';
const definition = asDefinition(contactDefinition);
const questions = definition.steps.flatMap(({ fields }) => fields);

async function openBuilder(server = startServer()) {
  openApp(address, { server });
  await screen.findByRole('heading', { name: 'Quelle fête ?' }, { timeout: 5_000 });
  return server;
}

const lastSaved = (server: ReturnType<typeof startServer>) => server.sent('PUT', /draft$/).at(-1)?.body as { version: number; definition: Record<string, unknown> };
const labels = () => [...document.querySelectorAll('[data-page="0"] .question-row h3')].map((each) => each.textContent);

describe('the model', () => {
  it('moves a question to another page and keeps everything that it does not know', () => {
    const moved = moveQuestion(definition, { page: 0, field: 1 }, { page: 1, field: 0 });
    expect(moved.steps.map(({ fields }) => fields.map(({ id }) => id))).toEqual([['genre'], ['jour', 'nom', 'courriel']]);
    expect(moved.steps[1]?.fields[0]?.minimum_date).toBe('today');
    expect(moved.future_setting).toEqual({ kept: true });
  });

  it('takes a property away that is set to nothing, and never gives an id twice', () => {
    expect(withQuestion(definition, 0, 1, { minimum_date: undefined }).steps[0]?.fields[1]).not.toHaveProperty('minimum_date');
    const taken = { ...definition, steps: [{ id: 'a', title: 'A', fields: [{ id: 'question_2', type: 'text', label: 'x' }] }] };
    expect(freeQuestionId(taken)).toBe('question_3');
  });

  it('lets a condition look at what is asked before only', () => {
    expect(earlierQuestions(definition, { page: 0, field: 1 }).map(({ id }) => id)).toEqual(['genre']);
    expect(earlierQuestions(definition, { page: 1, field: null }).map(({ id }) => id)).toEqual(['genre', 'jour']);
  });

  it('reads and writes conditions alike, and leaves those alone that it cannot say', () => {
    const known = [
      { field: 'genre', equals: 'asso' },
      { field: 'genre', in: ['asso', 'famille'] },
      { not: { field: 'genre', equals: 'asso' } },
      { any: [{ field: 'genre', equals: 'asso' }, { not: { field: 'genre', in: ['a', 'b'] } }] },
    ];
    for (const condition of known) expect(writeCondition(readCondition(condition) ?? { join: 'all', rows: [] })).toEqual(condition);
    const compared = [{ field: 'age', at_least: 18 }, { field: 'jour', before: '2026-12-01' }, { field: 'nom', answered: false }];
    for (const condition of compared) expect(writeCondition(readCondition(condition) ?? { join: 'all', rows: [] })).toEqual(condition);
    for (const other of [{ field: 'jour', before: { field: 'fin' } }, { not: { all: [] } }, { all: [{ any: [] }] }, null, 'x']) expect(readCondition(other)).toBeNull();
  });

  it('offers only comparisons that the server knows', () => {
    const names = (known: string[]) => operatorsFor(questions[1], (property) => known.includes(property)).map(({ name }) => name);
    expect(names([])).toEqual([]);
    expect(names(['before'])).toEqual(['before']);
  });

  it('says conditions and tests in French', () => {
    expect(conditionInWords({ field: 'genre', equals: 'asso' }, questions).replace(/\s/g, ' ')).toBe('Afficher si « Quelle fête ? » est « Association »');
    expect(conditionInWords({ field: 'jour', after: '2026-12-01' }, questions)).toContain('est après le 1er décembre 2026');
    expect(conditionInWords({ field: 'partie', equals: 'x' }, questions)).toContain('une question supprimée');
    expect(actInWords({ fill: { a: '1', b: '2' } })).toBe('Remplit 2 réponses');
    expect(actInWords({ of_tomorrow: true })).toBe('Autre vérification');
  });
});

describe('the trial', () => {
  it('knows the addresses of the form and no other', () => {
    expect(pageOf('/demarches/x', 'x')).toBe('-introduction');
    expect(pageOf('/demarches/x/etapes/vous', 'x')).toBe('vous');
    expect(pageOf('/demarches/x/verification', 'x')).toBe('-verification');
    for (const other of ['/demarches/y', '/recherche', 'https://exemple.fr/x', '/demarches/x/etapes/vous/saisie', '#haut']) expect(pageOf(other, 'x')).toBeNull();
  });

  it('sends the names of files, never what is in them', () => {
    document.body.innerHTML = '<form><input name="csrf" value="s"><input name="nom" value="Zoé"><button name="enfants.add" value="1"></button></form>';
    const form = document.querySelector('form') as HTMLFormElement;
    expect(valuesOf(form, form.querySelector('button') as HTMLButtonElement)).toEqual([['nom', 'Zoé'], ['enfants.add', '1']]);
  });
});

describe('the screen', () => {
  it('saves a changed question by itself and keeps what it does not know', async () => {
    const server = await openBuilder();
    await userEvent.click(screen.getByRole('button', { name: /Modifier Quelle fête/ }));
    fireEvent.change(screen.getByLabelText('La question'), { target: { value: 'Pour quelle fête ?' } });
    await waitFor(() => expect(server.sent('PUT', /draft$/).length).toBe(1), { timeout: 4_000 });
    expect(lastSaved(server).version).toBe(0);
    expect(lastSaved(server).definition.future_setting).toEqual({ kept: true });
    expect(await screen.findAllByText(/^Enregistré à/)).toBeTruthy();
  });

  it('adds a question with an example of each kind, and says what it lacks where it stands', async () => {
    const server = await openBuilder();
    await userEvent.click(screen.getAllByText('Ajouter une question')[0] as HTMLElement);
    await userEvent.click(screen.getAllByRole('button', { name: /^Document à joindre/ })[0] as HTMLElement);
    expect(labels()).toEqual(['Quelle fête ?', 'Quel jour ?', 'Question sans texte']);
    expect(await screen.findByText(/1 point à corriger/, undefined, { timeout: 4_000 })).toBeTruthy();
    const row = document.querySelector('[data-question^="question_"]') as HTMLElement;
    expect(within(row).getByText('Écrivez la question.')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Publier…' }) as HTMLButtonElement).disabled).toBe(true);
    expect((lastSaved(server).definition.steps as { fields: unknown[] }[])[0]?.fields).toHaveLength(3);
  });

  it('moves by button and by key, deletes and puts back', async () => {
    await openBuilder();
    await userEvent.click(screen.getByRole('button', { name: /Descendre Quelle fête/ }));
    expect(labels()).toEqual(['Quel jour ?', 'Quelle fête ?']);
    fireEvent.keyDown(screen.getByRole('button', { name: /Modifier Quelle fête/ }), { key: 'ArrowUp', altKey: true });
    expect(labels()).toEqual(['Quelle fête ?', 'Quel jour ?']);
    await userEvent.click(screen.getByRole('button', { name: /Modifier Quel jour/ }));
    await userEvent.click(screen.getByRole('button', { name: /Supprimer Quel jour/ }));
    expect(labels()).toEqual(['Quelle fête ?']);
    await userEvent.click(screen.getByRole('button', { name: 'Annuler la suppression' }));
    expect(labels()).toEqual(['Quelle fête ?', 'Quel jour ?']);
  });

  it('writes a condition from sentences', async () => {
    const server = await openBuilder();
    await userEvent.click(screen.getByRole('button', { name: /Modifier Quel jour/ }));
    await userEvent.selectOptions(screen.getByLabelText('Quand la poser ?'), 'if');
    await userEvent.click(within(screen.getByRole('group', { name: 'Réponse attendue' })).getByLabelText('Association'));
    expect(screen.getByText(/^Afficher si/).textContent?.replace(/\s/g, ' ')).toBe('Afficher si « Quelle fête ? » est « Association »');
    await waitFor(() => expect(server.sent('PUT', /draft$/).length).toBeGreaterThan(0), { timeout: 4_000 });
    await waitFor(() => expect((lastSaved(server).definition.steps as { fields: { show_if?: unknown }[] }[])[0]?.fields[1]?.show_if).toEqual({ field: 'genre', equals: 'asso' }), { timeout: 4_000 });
  });

  it('keeps in the browser what the server has not taken, and asks which version is kept after a conflict', async () => {
    const server = await openBuilder();
    const theirs = { ...server.world, slug: 'salle-des-fetes' };
    expect(theirs.drafts).toEqual({});
    server.world.drafts['salle-des-fetes'] = {
      slug: 'salle-des-fetes', version: 4, base_revision: 2, current_revision: 2, state: 'closed', updated_by: 'Paul', updated_at: 1, url: '', definition: { ...contactDefinition, title: 'Par Paul' }, problems: [],
    };
    await userEvent.click(screen.getByRole('button', { name: /Modifier Quelle fête/ }));
    fireEvent.change(screen.getByLabelText('La question'), { target: { value: 'Ma question' } });
    expect(readDraft('procedure.salle-des-fetes')).toContain('Ma question');
    await userEvent.click(await screen.findByRole('button', { name: 'Garder ma version' }, { timeout: 4_000 }));
    await waitFor(() => expect(lastSaved(server).version).toBe(4), { timeout: 4_000 });
    await waitFor(() => expect(readDraft('procedure.salle-des-fetes')).toBe(''));
  });

  it('plays the tests and says which one fails and why', async () => {
    const world = startServer().world;
    const written = { ...contactDefinition, tests: [...contactDefinition.tests, { name: 'Un essai raté', at: '2026-11-24', play: [{ wait_days: 3 }] }] };
    world.drafts['salle-des-fetes'] = { slug: 'salle-des-fetes', version: 1, base_revision: 2, current_revision: 2, state: 'closed', updated_by: 'Claire', updated_at: 1, url: '', definition: written, problems: [] };
    await openBuilder(startServer(world));
    await userEvent.click(screen.getByRole('button', { name: 'Essais' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Jouer les essais' }));
    expect(await screen.findByText('1 essai raté')).toBeTruthy();
    expect(screen.getByText('Étape 1 de l’essai : rien.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Publier…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/Des essais ratent/)).toBeTruthy();
    expect((within(dialog).getByRole('button', { name: 'Publier' }) as HTMLButtonElement).disabled).toBe(true);
  });

  it('publishes what was seen, after saying what changes', async () => {
    const server = await openBuilder();
    await userEvent.click(screen.getByRole('button', { name: /Descendre Quelle fête/ }));
    await waitFor(() => expect((screen.getByRole('button', { name: 'Publier…' }) as HTMLButtonElement).disabled).toBe(false), { timeout: 4_000 });
    await userEvent.click(screen.getByRole('button', { name: 'Publier…' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/Question ajoutée/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Publier' }));
    await waitFor(() => expect(server.sent('POST', /draft\/publish$/)[0]?.body).toEqual({ version: 1, revision: 2 }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Démarches' })).toBeTruthy();
  });

  it('shows the history, and moves the requests that lose nothing', async () => {
    const server = await openBuilder();
    await userEvent.click(screen.getByRole('button', { name: 'Historique' }));
    expect(await screen.findByText('Version 2')).toBeTruthy();
    expect(await screen.findByText(/serait perdue/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Les passer à la nouvelle version' }));
    await waitFor(() => expect(server.sent('POST', /older-cases\/move$/)).toHaveLength(1));
  });
});

describe('the list', () => {
  it('begins a procedure from its title alone', async () => {
    const server = openApp('/demarches');
    await userEvent.click(await screen.findByRole('button', { name: 'Nouvelle démarche' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Commencer' }));
    expect(await screen.findByText('Donnez un titre.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Titre de la démarche'), 'Prêt de barnum');
    await userEvent.click(screen.getByRole('button', { name: 'Commencer' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Prêt de barnum' }, { timeout: 5_000 })).toBeTruthy();
    expect(server.sent('POST', /^\/procedures$/)[0]?.body).toEqual({ title: 'Prêt de barnum' });
  });

  it('refuses a file that is no procedure and sends nothing', async () => {
    const server = openApp('/demarches');
    const input = await screen.findByLabelText('Reprendre un fichier', { selector: 'input' }, { timeout: 4_000 });
    fireEvent.change(input, { target: { files: [new File(['[1]'], 'x.json', { type: 'application/json' })] } });
    expect(await screen.findByText('Ce fichier n’est pas une démarche.')).toBeTruthy();
    expect(server.sent('POST', /^\/procedures$/)).toEqual([]);
  });
});
