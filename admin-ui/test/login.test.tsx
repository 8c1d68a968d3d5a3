// The door: right and wrong pairs, the wait, the way back to the page that was asked for.
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { failure } from './mock/api';
import { openApp } from './support/app';

async function logIn(password: string): Promise<void> {
  await userEvent.type(await screen.findByLabelText('Adresse électronique'), 'claire@saint-maixent.fr');
  await userEvent.type(screen.getByLabelText('Mot de passe'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
}

describe('login', () => {
  it('shows the inbox that was asked for once logged in', async () => {
    openApp('/demandes', { isLoggedIn: false });
    await logIn('clocher-demonstration');
    expect(await screen.findByRole('heading', { level: 1, name: 'Demandes' })).toBeTruthy();
  });

  it('says the server’s words on a wrong pair and keeps what was typed', async () => {
    openApp('/', { isLoggedIn: false });
    await logIn('faux');
    expect(await screen.findByText(/ne vont pas ensemble/)).toBeTruthy();
    expect((screen.getByLabelText('Adresse électronique') as HTMLInputElement).value).toBe('claire@saint-maixent.fr');
  });

  it('asks for an empty field beside it, without asking the server', async () => {
    const server = openApp('/', { isLoggedIn: false });
    const email = await screen.findByLabelText('Adresse électronique');
    const submit = () => userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
    await submit();
    expect(screen.getByText('Indiquez votre adresse électronique.')).toBeTruthy();
    expect(screen.getByText('Indiquez votre mot de passe.')).toBeTruthy();
    expect(document.activeElement).toBe(email);
    await userEvent.type(email, 'claire@saint-maixent.fr');
    await submit();
    expect(screen.queryByText('Indiquez votre adresse électronique.')).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('Mot de passe'));
    expect(server.sent('POST', /^\/session$/)).toEqual([]);
  });

  it('does not let a session’s data be seen without a session', async () => {
    openApp('/demandes/12', { isLoggedIn: false });
    await screen.findByLabelText('Mot de passe');
    expect(screen.queryByText('Jeanne Lefèvre')).toBeNull();
  });

  it('counts down when throttled, then lets try again', async () => {
    const server = openApp('/', { isLoggedIn: false });
    server.plan('POST', /^\/session$/, failure(429, 'too_many_attempts', 'Trop d’essais.', { retry_after: 30 }));
    await screen.findByLabelText('Mot de passe');
    vi.useFakeTimers();
    fireEvent.change(screen.getByLabelText('Adresse électronique'), { target: { value: 'a@b.fr' } });
    fireEvent.change(screen.getByLabelText('Mot de passe'), { target: { value: 'faux' } });
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
      await vi.advanceTimersByTimeAsync(50);
    });
    expect(screen.getByText(/réessayer dans 30 secondes/)).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Se connecter' }) as HTMLButtonElement).disabled).toBe(true);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.getByText(/réessayer dans 20 secondes/)).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(21_000));
    expect(screen.getByText('Vous pouvez réessayer.')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Se connecter' }) as HTMLButtonElement).disabled).toBe(false);
  });

  it('forgets drafts at logout, for the computer may be shared', async () => {
    window.localStorage.setItem('clocher.draft.dossier.12', 'secret');
    openApp('/');
    await userEvent.click(await screen.findByRole('button', { name: 'Se déconnecter' }));
    await screen.findByLabelText('Mot de passe');
    expect(window.localStorage.getItem('clocher.draft.dossier.12')).toBeNull();
  });
});
