// Which procedures residents may fill in: open and close them, change them, begin new ones.
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router-dom';
import { useChangeProcedure, useProcedures } from '../api/town_hall';
import type { Procedure } from '../api/types';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Confirm } from '../components/Confirm';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Badge } from '../components/StateBadge';
import { fr } from '../locales/fr';
import '../styles/contents.css';
import type { Copied } from './builder/NewProcedure';

// Apart: most come to read the list.
const NewProcedureDialog = lazy(() => import('./builder/NewProcedure').then((part) => ({ default: part.NewProcedureDialog })));
const ImportProcedure = lazy(() => import('./builder/NewProcedure').then((part) => ({ default: part.ImportProcedure })));

function SeeOnSite({ procedure }: { procedure: Procedure }) {
  return (
    <>
      {' · '}
      <a href={procedure.url} target="_blank" rel="noreferrer">
        {fr.editor.see} <IconExternalLink size={16} aria-hidden />
        <span className="sr-only">
          {procedure.title} {fr.common.newTab}
        </span>
      </a>
    </>
  );
}

const stateWords = { open: fr.procedures.open, closed: fr.procedures.closed, model: fr.procedures.model };

interface ItemProps {
  procedure: Procedure;
  onToggle: () => void;
  onCopy: () => void;
}

function Item({ procedure, onToggle, onCopy }: ItemProps) {
  const isOpen = procedure.state === 'open';
  const action = isOpen ? fr.procedures.close : fr.procedures.reopen;
  return (
    <li className="procedure">
      <div className="content-words">
        <h2>{procedure.title}</h2>
        <p className="quiet">
          {procedure.theme} · {fr.procedures.count(procedure.dossier_count)}
          {procedure.state !== 'model' && <SeeOnSite procedure={procedure} />}
          {' · '}
          <Link to={`/demarches/${procedure.slug}/logiciels`}>
            {fr.webhooks.title}
            <span className="sr-only"> {procedure.title}</span>
          </Link>
        </p>
        {procedure.has_draft && <p className="quiet">{fr.builderList.changing}</p>}
        {procedure.failures !== '' && (
          <details className="procedure-failing">
            <summary>{fr.procedures.failing}</summary>
            <p className="as-typed">{procedure.failures}</p>
          </details>
        )}
      </div>
      <Badge tone={isOpen ? 'good' : 'calm'}>{stateWords[procedure.state]}</Badge>
      <div className="procedure-tools">
        <Button component={Link} to={`/demarches/${procedure.slug}/modifier`} variant="default" aria-label={`${fr.builderList.edit} « ${procedure.title} »`}>
          {fr.builderList.edit}
        </Button>
        <Button variant="default" aria-label={`${fr.builderList.copy} « ${procedure.title} »`} onClick={onCopy}>
          {fr.builderList.copy}
        </Button>
        <Button variant="default" aria-label={`${action} « ${procedure.title} »`} onClick={onToggle}>
          {action}
        </Button>
      </div>
    </li>
  );
}

function Items({ items, onChoose, onCopy }: { items: Procedure[]; onChoose: (procedure: Procedure) => void; onCopy: (procedure: Procedure) => void }) {
  return (
    <ul className="content-list">
      {items.map((procedure) => (
        <Item key={procedure.slug} procedure={procedure} onToggle={() => onChoose(procedure)} onCopy={() => onCopy(procedure)} />
      ))}
    </ul>
  );
}

function Toggle({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) {
  const announce = useAnnounce();
  const change = useChangeProcedure();
  const isOpen = procedure.state === 'open';
  const words = fr.procedures;
  const confirm = () => {
    const done = () => {
      announce(isOpen ? words.isClosed(procedure.title) : words.isOpen(procedure.title));
      onClose();
    };
    change.mutate({ slug: procedure.slug, state: isOpen ? 'closed' : 'open' }, { onSuccess: done });
  };
  return (
    <Confirm
      opened
      title={isOpen ? words.closeTitle(procedure.title) : words.openTitle(procedure.title)}
      action={isOpen ? words.confirmClose : words.confirmOpen}
      isBusy={change.isPending}
      error={change.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{isOpen ? words.closeText : words.openText}</p>
    </Confirm>
  );
}

function Unpublished({ items }: { items: Copied[] }) {
  const words = fr.builderList;
  if (items.length === 0) return null;
  return (
    <section className="unpublished" aria-labelledby="en-preparation">
      <h2 id="en-preparation">{words.unpublished}</h2>
      <p className="quiet">{words.unpublishedIntro}</p>
      <ul className="content-list">
        {items.map(({ slug, title }) => (
          <li key={slug} className="procedure">
            <div className="content-words">
              <h3>{title}</h3>
            </div>
            <Button component={Link} to={`/demarches/${slug}/modifier`} variant="default" aria-label={`${words.goOn} « ${title} »`}>
              {words.goOn}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function ProceduresPage() {
  const procedures = useProcedures();
  const [chosen, setChosen] = useState<Procedure | null>(null);
  const [begun, begin] = useState<'blank' | Copied | null>(null);
  const items = procedures.data?.items ?? [];
  const models = items.filter((item) => item.state === 'model');
  return (
    <Page
      title={fr.procedures.title}
      intro={fr.procedures.intro}
      aside={
        <div className="procedure-tools">
          <Button onClick={() => begin('blank')}>{fr.builderList.create}</Button>
          <Suspense fallback={null}>
            <ImportProcedure />
          </Suspense>
        </div>
      }
    >
      {procedures.isPending && <Loading />}
      <Failure error={procedures.error} onRetry={() => void procedures.refetch()} />
      {procedures.isSuccess && items.length === 0 && <p className="nothing">{fr.procedures.empty}</p>}
      <Unpublished items={procedures.data?.unpublished ?? []} />
      <Items items={items.filter((item) => item.state !== 'model')} onChoose={setChosen} onCopy={begin} />
      {models.length > 0 && (
        <section aria-labelledby="modeles">
          <h2 id="modeles">{fr.procedures.models}</h2>
          <p className="quiet">{fr.procedures.modelsIntro}</p>
          <Items items={models} onChoose={setChosen} onCopy={begin} />
        </section>
      )}
      <Suspense fallback={null}>{begun !== null && <NewProcedureDialog copied={begun === 'blank' ? null : begun} onClose={() => begin(null)} />}</Suspense>
      {chosen !== null && <Toggle procedure={chosen} onClose={() => setChosen(null)} />}
    </Page>
  );
}
