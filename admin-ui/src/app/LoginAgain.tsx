// Watches for an ended session; the dialog itself is fetched in advance, once the first screen is there.
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { loginGate } from '../api/login_gate';

const fetchDialog = () => import('./LoginAgainDialog');
const LoginAgainDialog = lazy(fetchDialog);
const quietMs = 3_000;

export function LoginAgain() {
  const isAsked = useSyncExternalStore(loginGate.subscribe, loginGate.isClosed);
  useEffect(() => {
    const timer = setTimeout(() => void fetchDialog().catch(() => {}), quietMs); // asked again when it is needed
    return () => clearTimeout(timer);
  }, []);
  if (!isAsked) return null;
  return (
    <Suspense fallback={null}>
      <LoginAgainDialog />
    </Suspense>
  );
}
