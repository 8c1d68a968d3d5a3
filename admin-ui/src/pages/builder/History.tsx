// Every publication of a procedure, what it changed, and the requests that an older one still holds.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMoveOlderCases, useOlderCases, useRevisionDiff, useRevisions } from '../../api/procedure_drafts';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { dateText } from '../../components/time';
import { fr } from '../../locales/fr';
import { Link } from 'react-router-dom';
import { Changes } from './Changes';

function Diff({ slug, number }: { slug: string; number: number }) {
  const diff = useRevisionDiff(slug, number);
  if (diff.data !== undefined) return <Changes diff={diff.data} />;
  return diff.isPending ? <Loading /> : <Failure error={diff.error} onRetry={() => void diff.refetch()} />;
}

function Older({ slug }: { slug: string }) {
  const words = fr.builderPublish;
  const announce = useAnnounce();
  const cases = useOlderCases(slug);
  const move = useMoveOlderCases(slug);
  const found = cases.data;
  if (found === undefined || (found.movable === 0 && found.kept.length === 0)) return null;
  return (
    <section className="panel stack" aria-labelledby="anciennes">
      <h2 id="anciennes">{words.older}</h2>
      {found.movable > 0 && (
        <div className="stack">
          <p>{words.movable(found.movable)}</p>
          <div>
            <Button loading={move.isPending} onClick={() => move.mutate(undefined, { onSuccess: () => announce(words.moved) })}>
              {words.move}
            </Button>
          </div>
        </div>
      )}
      <Failure error={move.error} />
      {found.kept.length > 0 && (
        <div>
          <p>{words.kept}</p>
          <ul className="kept-cases">
            {found.kept.map(({ id, reference, reason }) => (
              <li key={id}>
                <Link to={`/demandes/${id}`}>{reference}</Link> {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

export default function History({ slug }: { slug: string }) {
  const words = fr.builderPublish;
  const revisions = useRevisions(slug);
  const [shown, setShown] = useState<number | null>(null);
  if (revisions.isPending) return <Loading />;
  if (revisions.data === undefined) return <Failure error={revisions.error} onRetry={() => void revisions.refetch()} />;
  return (
    <div className="stack narrow">
      <Older slug={slug} />
      <section aria-labelledby="versions">
        <h2 id="versions">{words.history}</h2>
        <p className="quiet">{words.historyIntro}</p>
        <ul className="revisions">
          {revisions.data.items.map(({ number, at, source, author, open_cases }) => (
            <li key={number} className="revision">
              <p>
                <strong>{words.version(number)}</strong>, {dateText(at)}, {source === 'catalogue' || author === '' ? words.catalogue : words.by(author)}
                {open_cases > 0 && ` · ${words.openCases(open_cases)}`}
              </p>
              {number === 1 ? (
                <p className="quiet">{words.first}</p>
              ) : (
                <button type="button" className="plain-button" aria-expanded={shown === number} onClick={() => setShown(shown === number ? null : number)}>
                  {words.see}
                  <span className="sr-only">, {words.version(number)}</span>
                </button>
              )}
              {shown === number && <Diff slug={slug} number={number} />}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
