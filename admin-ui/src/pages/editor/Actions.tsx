// Publish, take off the site, delete: each says first what residents will see.
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDeleteContent, usePublish, useUnpublish } from '../../api/contents';
import { ApiError } from '../../api/errors';
import type { Content } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { writeDraft } from '../../components/local_draft';
import { fr } from '../../locales/fr';
import type { SaveStatus } from './autosave';
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

function whyNotSaved(status: SaveStatus): string {
  if (status.kind === 'conflict') return fr.editor.chooseFirst;
  return status.kind === 'rejected' ? fr.editor.correctFirst : fr.editor.notSaved;
}

// Publishes exactly what is on the screen: saves first, and only goes on when that worked.
function usePublishing(editor: EditorState) {
  const publish = usePublish(editor.server.id);
  return useMutation({
    mutationFn: async () => {
      if (!(await editor.flush())) throw new ApiError(0, { code: 'not_saved', message: whyNotSaved(editor.currentStatus()) });
      try {
        return await publish.mutateAsync({ revision: editor.revision() });
      } catch (error) {
        editor.pauseAt(error);
        throw error;
      }
    },
  });
}

function Publish({ editor }: { editor: EditorState }) {
  const announce = useAnnounce();
  const isTyping = ['pending', 'saving', 'failed'].includes(editor.status.kind);
  const hasChanges = isTyping || editor.server.state !== 'published';
  const label = editor.server.state === 'draft' ? fr.editor.publish : fr.editor.publishChanges;
  const done = (content: Content) => {
    editor.accept(content);
    announce(fr.editor.published);
  };
  const opener = (ask: () => void) => (
    <Button disabled={!hasChanges || editor.status.kind === 'conflict'} onClick={ask}>
      {hasChanges ? label : fr.editor.upToDate}
    </Button>
  );
  const { publishTitle: title, publishText: text } = fr.editor;
  return <Ask title={title} text={text} action={label} mutation={usePublishing(editor)} onDone={done} opener={opener} />;
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

export function Actions({ editor }: { editor: EditorState }) {
  const { id, state, url } = editor.server;
  return (
    <div className="editor-actions">
      <Publish editor={editor} />
      {url !== null && (
        <a className="see-online" href={url} target="_blank" rel="noreferrer">
          {fr.editor.see} <IconExternalLink size={18} aria-hidden />
          <span className="sr-only">{fr.common.newTab}</span>
        </a>
      )}
      {state !== 'draft' && <Unpublish editor={editor} />}
      <Remove id={id} />
    </div>
  );
}
