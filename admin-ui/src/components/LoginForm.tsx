// E-mail and password, with the wait that follows too many wrong tries.
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { ApiError } from '../api/errors';
import { login } from '../api/session';
import type { Session } from '../api/types';
import { fr } from '../locales/fr';
import { Failure } from './Failure';

function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  const isRunning = seconds > 0;
  useEffect(() => {
    if (!isRunning) return undefined;
    const end = Date.now() + seconds * 1000; // a sleeping tab must not stretch the wait
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 1000);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the end is fixed when the wait starts
  }, [isRunning]);
  return [seconds, setSeconds];
}

function Wait({ seconds }: { seconds: number }) {
  return (
    <Alert color="ochre" variant="light" icon={<IconClock aria-hidden />} role="status" aria-live="off">
      {fr.login.waiting(seconds)}
    </Alert>
  );
}

interface LoginFormProps {
  email?: string;
  onLogin: (session: Session) => void;
}

export function LoginForm({ email: known = '', onLogin }: LoginFormProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [wait, setWait] = useCountdown();
  const attempt = useMutation({
    mutationFn: login,
    onSuccess: onLogin,
    onError: (error) => error instanceof ApiError && setWait(error.body.retry_after ?? 0),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = email.trim() === '' ? 'email' : password === '' ? 'password' : undefined;
    setChecked(missing !== undefined);
    if (missing === undefined && wait === 0) return attempt.mutate({ email: email.trim(), password });
    attempt.reset();
    return form.current?.querySelector<HTMLInputElement>(`[name="${missing}"]`)?.focus();
  };
  const fields = attempt.error instanceof ApiError ? attempt.error.fields : {};
  const noEmail = isChecked && email.trim() === '' ? fr.login.emailRequired : undefined;
  const noPassword = isChecked && password === '' ? fr.login.passwordRequired : undefined;
  const isThrottled = attempt.error instanceof ApiError && attempt.error.status === 429;

  return (
    <form ref={form} className="stack" onSubmit={submit} noValidate>
      {wait > 0 && <Wait seconds={wait} />}
      {isThrottled && wait === 0 && <p role="status">{fr.login.waitOver}</p>}
      {!isThrottled && <Failure error={attempt.error} />}
      <TextInput
        label={fr.login.email}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        error={noEmail ?? fields.email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={fr.login.password}
        name="password"
        autoComplete="current-password"
        value={password}
        error={noPassword ?? fields.password}
        visibilityToggleButtonProps={{ 'aria-label': fr.login.show, 'aria-hidden': false, tabIndex: 0 }}
        data-autofocus={known !== '' || undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" fullWidth loading={attempt.isPending} disabled={wait > 0}>
        {fr.login.submit}
      </Button>
    </form>
  );
}
