// Publish, take off the site, put into the bin: each says first what residents will see.
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDeleteContent, useRestoreContent, useUnpublish } from '../../api/contents';
import type { Content } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { writeDraft } from '../../components/local_draft';
import { fr } from '../../locales/fr';
import { Publish } from './Publish';
import type { EditorState } from './use_editor';

interface AskProps<Result> {
  title: string;
  text: string;
  action: string;
  tone?: 'ink' | 'red';
  mutation: UseMutationResult<Result, Error, void>;
  onDone: (result: Result) => void;
  opener: (ask: () => void) => ReactNode;
}

// A button and the question it opens.
function Ask<Result>({ title, text, action, tone = 'ink', mutation, onDone, opener }: AskProps<Result>) {
  const [isAsked, setAsked] = useState(false);
  const ask = () => {
    mutation.reset();
    setAsked(true);
  };
  const done = (result: Result) => {
    setAsked(false);
    onDone(result);
  };
  return (
    <>
      {opener(ask)}
      <Confirm
        opened={isAsked}
        title={title}
        action={action}
        tone={tone}
        isBusy={mutation.isPending}
        error={mutation.error}
        onConfirm={() => mutation.mutate(undefined, { onSuccess: done })}
        onClose={() => setAsked(false)}
      >
        <p>{text}</p>
      </Confirm>
    </>
  );
}

function Unpublish({ editor }: { editor: EditorState }) {
  const announce = useAnnounce();
  const done = (content: Content) => {
    editor.accept(content);
    announce(fr.editor.unpublished);
  };
  const opener = (ask: () => void) => (
    <button type="button" className="plain-button" onClick={ask}>
      {fr.editor.unpublish}
    </button>
  );
  const { unpublishTitle: title, unpublishText: text, unpublish: action } = fr.editor;
  return <Ask title={title} text={text} action={action} mutation={useUnpublish(editor.server.id)} onDone={done} opener={opener} />;
}

function Remove({ id }: { id: number }) {
  const announce = useAnnounce();
  const navigate = useNavigate();
  const done = () => {
    writeDraft(`content.${id}`, '');
    announce(fr.editor.removed);
    void navigate('/contenus');
  };
  const opener = (ask: () => void) => (
    <button type="button" className="plain-button danger" onClick={ask}>
      {fr.editor.remove}
    </button>
  );
  const { removeTitle: title, removeText: text, remove: action } = fr.editor;
  return <Ask title={title} text={text} action={action} tone="red" mutation={useDeleteContent(id)} onDone={done} opener={opener} />;
}

function TakeOut({ editor }: { editor: EditorState }) {
  const restore = useRestoreContent();
  return (
    <Button loading={restore.isPending} onClick={() => restore.mutate(editor.server.id, { onSuccess: editor.accept })}>
      {fr.contents.restore}
    </Button>
  );
}

export default function Actions({ editor }: { editor: EditorState }) {
  const { id, state, url } = editor.server;
  return (
    <div className="editor-actions">
      {state === 'binned' ? <TakeOut editor={editor} /> : <Publish editor={editor} />}
      {url !== null && (
        <a className="see-online" href={url} target="_blank" rel="noreferrer">
          {fr.editor.see} <IconExternalLink size={18} aria-hidden />
          <span className="sr-only">{fr.common.newTab}</span>
        </a>
      )}
      {state !== 'draft' && state !== 'binned' && <Unpublish editor={editor} />}
      {state !== 'binned' && <Remove id={id} />}
    </div>
  );
}
