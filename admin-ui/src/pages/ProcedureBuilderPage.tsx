// Changes a procedure: residents see nothing of it until it is published.
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router-dom';
import { ApiError } from '../api/errors';
import { useProcedureDraft } from '../api/procedure_drafts';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/editor.css';
import '../styles/contents.css';
import '../styles/builder.css';
import NotFoundPage from './NotFoundPage';

// Apart, while the procedure is on its way.
const Builder = lazy(() => import('./builder/Builder').then(({ Builder: screen }) => ({ default: screen })));

export default function ProcedureBuilderPage() {
  const slug = useParams().slug ?? '';
  const draft = useProcedureDraft(slug);
  if (draft.isPending) return <Loading />;
  if (draft.error instanceof ApiError && draft.error.status === 404) return <NotFoundPage />;
  if (draft.data === undefined) return <Failure error={draft.error} onRetry={() => void draft.refetch()} />;
  return (
    <>
      <Link className="back-link" to="/demarches">
        <IconArrowLeft size={20} aria-hidden /> {fr.builder.back}
      </Link>
      <Suspense fallback={<Loading />}>
        <Builder key={slug} draft={draft.data} />
      </Suspense>
    </>
  );
}
