// Dialog over the page when the session ended in mid-work: once logged in, the held requests go on.
import { useQueryClient } from '@tanstack/react-query';
import { loginGate } from '../api/login_gate';
import { sessionKey } from '../api/session';
import type { Session } from '../api/types';
import DialogBox from '../components/DialogBox';
import { LoginForm } from '../components/LoginForm';
import { fr } from '../locales/fr';

export default function LoginAgainDialog() {
  const queries = useQueryClient();
  const before = queries.getQueryData<Session | null>(sessionKey);

  // Held requests carry the work of the agent who was there: another one starts from a fresh page.
  const resume = (session: Session) => {
    if (before && before.agent.id !== session.agent.id) return window.location.assign('/admin/');
    queries.setQueryData(sessionKey, session);
    return loginGate.open();
  };
  const leave = () => {
    loginGate.giveUp();
    queries.setQueryData(sessionKey, null);
  };

  return (
    <DialogBox opened title={fr.login.againTitle}>
      <p>{fr.login.againText}</p>
      <LoginForm email={before?.agent.email ?? ''} onLogin={resume} />
      <button type="button" className="plain-button" onClick={leave}>
        {fr.login.leave}
      </button>
    </DialogBox>
  );
}
