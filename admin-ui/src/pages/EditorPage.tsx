// Writes a page or a news item: saves by itself, shows the result beside, publishes when told to.
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'react-router-dom';
import { useContent } from '../api/contents';
import { ApiError } from '../api/errors';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/editor.css';
import '../styles/alert.css';
import { Editor } from './editor/Editor';
import NotFoundPage from './NotFoundPage';

export default function EditorPage() {
  const id = Number(useParams().id);
  const content = useContent(id);
  if (content.isPending) return <Loading />;
  if (content.error instanceof ApiError && content.error.status === 404) return <NotFoundPage />;
  if (content.data === undefined) return <Failure error={content.error} onRetry={() => void content.refetch()} />;
  return (
    <>
      <Link className="back-link" to="/contenus">
        <IconArrowLeft size={20} aria-hidden /> {fr.editor.back}
      </Link>
      <Editor key={id} content={content.data} />
    </>
  );
}
