// One case: what was asked, the conversation, what to do next.
import { IconArrowLeft } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useDossier } from '../api/dossiers';
import { ApiError } from '../api/errors';
import type { Dossier } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { DossierBadge } from '../components/StateBadge';
import { dateTimeText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/dossier.css';
import '../styles/cases.css';
import { Answers } from './dossier/Answers';
import { Clocks } from './dossier/Clocks';
import { Conversation } from './dossier/Conversation';
import { History } from './dossier/History';
import { Corrections, Documents, Notes, Opinions, Work } from './dossier/lazy_tools';
import { NextSteps } from './dossier/NextSteps';
import NotFoundPage from './NotFoundPage';

function Facts({ dossier }: { dossier: Dossier }) {
  return (
    <dl className="case-facts">
      <div>
        <dt>{fr.dossier.applicant}</dt>
        <dd>
          {dossier.applicant.name}
          <br />
          {dossier.applicant.email !== '' && <a href={`mailto:${dossier.applicant.email}`}>{dossier.applicant.email}</a>}
        </dd>
      </div>
      {dossier.assistance !== null && (
        <div>
          <dt>{fr.counter.facts}</dt>
          <dd>
            {dossier.assistance.helper}
            <br />
            {dossier.assistance.channel}, {dossier.assistance.mandate}
          </dd>
        </div>
      )}
      <div>
        <dt>{fr.dossier.submitted}</dt>
        <dd>le {dateTimeText(dossier.submitted_at)}</dd>
      </div>
      <div>
        <dt>{fr.dossier.reference}</dt>
        <dd>{dossier.reference}</dd>
      </div>
      <Clocks clocks={dossier.clocks} />
    </dl>
  );
}

function BackLink() {
  return (
    <Link className="back-link" to="/demandes">
      <IconArrowLeft size={20} aria-hidden /> {fr.dossier.back}
    </Link>
  );
}

function Case({ dossier }: { dossier: Dossier }) {
  return (
    <Page
      title={fr.dossier.title(dossier.procedure.title, dossier.applicant.name)}
      heading={dossier.procedure.title}
      before={<BackLink />}
      intro={<DossierBadge state={dossier.state} label={dossier.state_label} />}
    >
      <div className="case">
        <div className="case-body">
          <Answers steps={dossier.answers} />
          <Suspense fallback={null}>
            <Corrections dossier={dossier} />
          </Suspense>
          <Conversation dossier={dossier} />
          <Suspense fallback={null}>
            <Notes dossier={dossier} />
            <Opinions dossier={dossier} />
            <Documents dossier={dossier} />
          </Suspense>
          <History events={dossier.history} />
        </div>
        <div className="case-side">
          <Facts dossier={dossier} />
          <NextSteps dossier={dossier} />
          <Suspense fallback={null}>
            <Work dossier={dossier} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}

export default function DossierPage() {
  const id = Number(useParams().id);
  const dossier = useDossier(id);
  if (dossier.isPending) return <Loading />;
  if (dossier.error instanceof ApiError && dossier.error.status === 404) return <NotFoundPage />;
  return (
    <>
      <Failure error={dossier.error} onRetry={() => void dossier.refetch()} />
      {dossier.data !== undefined && <Case key={id} dossier={dossier.data} />}
    </>
  );
}
