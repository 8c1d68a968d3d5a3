// A session that ends in mid-work: a dialog, then the same request goes on.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/app';

// The case with its tools, which come after it: what one of them asked without a session would open the dialog while one types.
async function openCase(): Promise<ReturnType<typeof openApp>> {
  const server = openApp('/demandes/9');
  await screen.findByLabelText('Votre réponse');
  for (const tool of ['Gérer les modèles', 'Nouvelle note', 'Demander l’avis', 'Établir la preuve des délais', 'Enregistrer le suivi']) await screen.findByText(tool);
  await waitFor(() => expect([server.sent('GET', /\/letters$/).length, server.sent('GET', /\/documents$/).length]).toEqual([1, 1]));
  return server;
}

async function typeAnswer(text: string): Promise<void> {
  await userEvent.type(await screen.findByLabelText('Votre réponse'), text);
  await userEvent.click(screen.getByRole('button', { name: 'Envoyer la réponse' }));
}

describe('a session that ended', () => {
  it('asks to log in over the page and sends the held answer once', async () => {
    const server = await openCase();
    server.world.session = null;
    await typeAnswer('Bonjour, c’est prêt.');
    const dialog = await screen.findByRole('dialog', { name: 'Votre session est terminée' });
    expect(server.world.dossiers.find((item) => item.id === 9)?.messages).toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('Mot de passe'), 'clocher-demonstration');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Se connecter' }));
    expect(await screen.findByText('Réponse envoyée.')).toBeTruthy();
    const messages = server.world.dossiers.find((item) => item.id === 9)?.messages ?? [];
    expect(messages.map((message) => message.body)).toEqual(['Bonjour, c’est prêt.']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps the answer as a draft when the agent logs in later', async () => {
    const server = await openCase();
    server.world.session = null;
    await typeAnswer('À garder');
    await userEvent.click(await screen.findByRole('button', { name: 'Me reconnecter plus tard' }));
    await waitFor(() => expect(window.location.pathname).toBe('/admin/connexion'));
    expect(window.localStorage.getItem('clocher.draft.dossier.9')).toBe('À garder');
  });
});
