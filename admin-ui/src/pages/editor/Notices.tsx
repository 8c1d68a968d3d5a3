// What happened to the text while nobody looked: recovered, changed by somebody else, put aside.
import { Alert, Button, Textarea } from '@mantine/core';
import type { ApiError } from '../../api/errors';
import type { Content } from '../../api/types';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';
import type { EditorState } from './use_editor';

export function currentOf(error: ApiError): Content {
  return (error.payload as { current: Content }).current;
}

function Conflict({ error, editor }: { error: ApiError; editor: EditorState }) {
  const current = currentOf(error);
  const last = current.revisions[0];
  return (
    <Alert color="ochre" variant="light" title={fr.editor.conflictTitle} role="alert">
      <p>{fr.editor.conflictText}</p>
      {last !== undefined && <p>{fr.editor.conflictBy(last.author, dateTimeText(last.at))}</p>}
      <details className="other-version">
        <summary>{fr.editor.conflictOther}</summary>
        <p>
          <strong>{current.title}</strong>
        </p>
        <p>{current.summary}</p>
        <p className="as-typed">{current.body_markdown}</p>
      </details>
      <div className="notice-actions">
        <Button onClick={() => editor.keepMine(current)}>{fr.editor.conflictMine}</Button>
        <Button variant="default" onClick={() => editor.takeTheirs(current)}>
          {fr.editor.conflictTheirs}
        </Button>
      </div>
    </Alert>
  );
}

export function Notices({ editor }: { editor: EditorState }) {
  return (
    <>
      {editor.status.kind === 'conflict' && <Conflict error={editor.status.error} editor={editor} />}
      {editor.isRecovered && editor.status.kind !== 'conflict' && (
        <Alert color="ochre" variant="light" role="status">
          <p>{fr.editor.recovered}</p>
          <Button variant="default" size="md" onClick={editor.discardRecovered}>
            {fr.editor.discard}
          </Button>
        </Alert>
      )}
      {editor.setAside !== '' && (
        <div className="panel stack">
          <Textarea label={fr.editor.setAside} description={fr.editor.setAsideText} readOnly rows={8} value={editor.setAside} />
          <div>
            <Button variant="default" size="md" onClick={editor.forgetAside}>
              {fr.editor.setAsideDone}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
