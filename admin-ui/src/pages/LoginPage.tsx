// The door of the administration.
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useLocation } from 'react-router-dom';
import { sessionKey, useSession } from '../api/session';
import type { Session } from '../api/types';
import { usePageTitle } from '../app/page';
import { LoginForm } from '../components/LoginForm';
import { Mark } from '../components/Mark';
import { fr } from '../locales/fr';

interface CameFrom {
  from?: { pathname: string; search: string };
}

export default function LoginPage() {
  usePageTitle(fr.login.title);
  const queries = useQueryClient();
  const session = useSession().data;
  const came = useLocation().state as CameFrom | null;
  // A commune that nobody has described begins with its questions, unless a link led elsewhere.
  const isHome = (came?.from?.pathname ?? '/') === '/';
  if (session) return <Navigate to={session.is_new && isHome ? '/premiers-pas' : (came?.from ?? '/')} replace />;
  return (
    <main className="login">
      <div className="login-card">
        <div className="login-sign">
          <Mark />
          <span>{fr.product}</span>
        </div>
        <h1>{fr.login.title}</h1>
        <p className="page-intro">{fr.login.intro}</p>
        <LoginForm onLogin={(opened: Session) => queries.setQueryData(sessionKey, opened)} />
        <p className="login-help">{fr.login.forgotten}</p>
      </div>
    </main>
  );
}
