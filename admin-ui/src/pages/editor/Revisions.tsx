// Older versions: who and when, what each changed, and the way back to one.
import { useState } from 'react';
import { useRestoreRevision, useRevisionDiff } from '../../api/contents';
import type { Content, DiffField } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';
import type { EditorState } from './use_editor';

function Part({ part }: { part: DiffField['parts'][number] }) {
  if (part.kind === 'same') return <span>{part.text}</span>;
  const Tag = part.kind === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <span className="sr-only">{fr.versions[part.kind]}</span>
      {part.text}
    </Tag>
  );
}

function Diff({ id, number }: { id: number; number: number }) {
  const diff = useRevisionDiff(id, number, 'asked');
  if (diff.isPending) return <Loading />;
  if (diff.isError) return <Failure error={diff.error} onRetry={() => void diff.refetch()} />;
  if (diff.data.fields.length === 0) return <p>{fr.versions.nothing}</p>;
  return (
    <dl className="diff">
      {diff.data.fields.map((field) => (
        <div key={field.field}>
          <dt>{field.label}</dt>
          <dd className="as-typed">
            {field.parts.map((part, index) => (
              <Part key={index} part={part} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface RowProps {
  editor: EditorState;
  revision: Content['revisions'][number];
  onRestore: () => void;
}

function Row({ editor, revision, onRestore }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const { server } = editor;
  return (
    <li className="revision">
      <p>
        {fr.editor.revision(revision.number, revision.author, dateTimeText(revision.at))}{' '}
        {revision.number === server.published_revision && <strong>{fr.editor.publishedRevision}</strong>}
      </p>
      <div className="entry-tools">
        <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {fr.versions.see}
          <span className="sr-only">{fr.versions.seeWhich(revision.number)}</span>
        </button>
        {revision.number !== server.revision && (
          <button type="button" className="plain-button" onClick={onRestore}>
            {fr.versions.back}
            <span className="sr-only">{fr.versions.backWhich(revision.number)}</span>
          </button>
        )}
      </div>
      {isOpen && <Diff id={server.id} number={revision.number} />}
    </li>
  );
}

export default function Revisions({ editor }: { editor: EditorState }) {
  const announce = useAnnounce();
  const [asked, setAsked] = useState<number | null>(null);
  const restore = useRestoreRevision(editor.server.id);
  // What is being typed becomes a version of its own first: nothing is lost by going back.
  const goBack = async (number: number) => {
    if (!(await editor.flush())) return setAsked(null);
    restore.mutate(
      { number, base: editor.revision() },
      {
        onSuccess: (content) => {
          editor.show(content);
          announce(fr.versions.restored(number));
          setAsked(null);
        },
        onError: (error) => editor.pauseAt(error),
      },
    );
  };
  const ask = (number: number) => {
    restore.reset();
    setAsked(number);
  };
  return (
    <details className="panel fold">
      <summary>
        <h2>{fr.editor.revisions}</h2>
      </summary>
      <ol className="revisions">
        {editor.server.revisions.map((revision) => (
          <Row key={revision.number} editor={editor} revision={revision} onRestore={() => ask(revision.number)} />
        ))}
      </ol>
      <Confirm
        opened={asked !== null}
        title={fr.versions.backTitle}
        action={fr.versions.back}
        isBusy={restore.isPending}
        error={restore.error}
        onConfirm={() => asked !== null && void goBack(asked)}
        onClose={() => setAsked(null)}
      >
        <p>{fr.versions.backText}</p>
      </Confirm>
    </details>
  );
}
