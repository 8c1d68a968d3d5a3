// One act: begun, written, published, standing.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useAct, useActTables, useCreateAct, type ActKind, type ActTables } from '../api/acts';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/acts.css';
import '../styles/town_hall.css';
import { ActForm } from './acts/ActForm';
import { Draft } from './acts/Draft';
import { newEdit, textOf } from './acts/edit';
import { Published } from './acts/Published';
import NotFoundPage from './NotFoundPage';

const words = fr.acts;

const back = (
  <p>
    <Link to="/actes">{words.back}</Link>
  </p>
);

function NewAct({ tables }: { tables: ActTables }) {
  const navigate = useNavigate();
  const create = useCreateAct();
  const [kind, setKind] = useState<ActKind>('deliberation');
  return (
    <Page title={words.newTitle} before={back}>
      <div className="stack-wide narrow">
        <NativeSelect
          label={words.kind} value={kind} data={tables.kinds.map(({ key, label }) => ({ value: key, label }))}
          onChange={(event) => setKind(event.currentTarget.value as ActKind)}
        />
        <ActForm
          kind={kind} tables={tables} initial={newEdit} action={words.start} error={create.error} isSaving={create.isPending}
          onSave={(edit) => create.mutate({ kind, text: textOf(edit) }, { onSuccess: (act) => void navigate(`/actes/${act.id}`, { replace: true }) })}
        />
      </div>
    </Page>
  );
}

function KnownAct({ id, tables }: { id: number; tables: ActTables }) {
  const act = useAct(id);
  if (act.isPending) return <Loading />;
  if (act.isError) return <Failure error={act.error} onRetry={() => void act.refetch()} />;
  const { data } = act;
  return (
    <Page
      title={data.name}
      before={back}
      intro={
        data.url !== '' && (
          <a href={data.url} target="_blank" rel="noreferrer">
            {words.see}
            <span className="sr-only"> {fr.common.newTab}</span>
          </a>
        )
      }
    >
      {data.state === 'draft' ? <Draft act={data} tables={tables} /> : <Published act={data} />}
    </Page>
  );
}

export default function ActPage() {
  const { id = '' } = useParams();
  const tables = useActTables();
  if (tables.isPending) return <Loading />;
  if (tables.isError) return <Failure error={tables.error} onRetry={() => void tables.refetch()} />;
  if (id === 'nouveau') return <NewAct tables={tables.data} />;
  return /^\d+$/.test(id) ? <KnownAct key={id} id={Number(id)} tables={tables.data} /> : <NotFoundPage />;
}
