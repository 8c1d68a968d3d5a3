// Publish, take off the site, delete: each says first what residents will see.
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDeleteContent, usePublish, useUnpublish } from '../../api/contents';
import { ApiError } from '../../api/errors';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { writeDraft } from '../../components/local_draft';
import { fr } from '../../locales/fr';
import type { EditorState } from './use_editor';

type Question = 'publish' | 'unpublish' | 'remove' | null;

// Publishes exactly what is on the screen: saves first, and only goes on when that worked.
function usePublishing(editor: EditorState) {
  const publish = usePublish(editor.server.id);
  return useMutation({
    mutationFn: async () => {
      if (!(await editor.flush())) throw new ApiError(0, { code: 'not_saved', message: fr.editor.notSaved });
      return publish.mutateAsync(editor.revision());
    },
  });
}

export function Actions({ editor }: { editor: EditorState }) {
  const { server } = editor;
  const [question, setQuestion] = useState<Question>(null);
  const announce = useAnnounce();
  const navigate = useNavigate();
  const publish = usePublishing(editor);
  const unpublish = useUnpublish(server.id);
  const remove = useDeleteContent(server.id);
  const close = () => setQuestion(null);
  const ask = (next: Question) => {
    [publish, unpublish, remove].forEach((mutation) => mutation.reset());
    setQuestion(next);
  };
  const done = (text: string) => {
    close();
    announce(text);
  };

  const isOnline = server.state !== 'draft';
  const hasChanges = server.state !== 'published' || ['pending', 'saving', 'failed'].includes(editor.status.kind);
  const label = isOnline ? fr.editor.publishChanges : fr.editor.publish;
  const onPublish = () => publish.mutate(undefined, { onSuccess: (content) => [editor.accept(content), done(fr.editor.published)] });
  const onUnpublish = () => unpublish.mutate(undefined, { onSuccess: (content) => [editor.accept(content), done(fr.editor.unpublished)] });
  const onRemove = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        writeDraft(`content.${server.id}`, '');
        done(fr.editor.removed);
        void navigate('/contenus');
      },
    });

  return (
    <div className="editor-actions">
      <Button disabled={!hasChanges || editor.status.kind === 'conflict'} onClick={() => ask('publish')}>
        {hasChanges ? label : fr.editor.upToDate}
      </Button>
      {server.url !== null && (
        <a className="see-online" href={server.url} target="_blank" rel="noreferrer">
          {fr.editor.see} <IconExternalLink size={18} aria-hidden />
          <span className="sr-only">{fr.common.newTab}</span>
        </a>
      )}
      {isOnline && (
        <button type="button" className="plain-button" onClick={() => ask('unpublish')}>
          {fr.editor.unpublish}
        </button>
      )}
      <button type="button" className="plain-button danger" onClick={() => ask('remove')}>
        {fr.editor.remove}
      </button>
      <Confirm opened={question === 'publish'} title={fr.editor.publishTitle} action={label} isBusy={publish.isPending} error={publish.error} onConfirm={onPublish} onClose={close}>
        <p>{fr.editor.publishText}</p>
      </Confirm>
      <Confirm opened={question === 'unpublish'} title={fr.editor.unpublishTitle} action={fr.editor.unpublish} isBusy={unpublish.isPending} error={unpublish.error} onConfirm={onUnpublish} onClose={close}>
        <p>{fr.editor.unpublishText}</p>
      </Confirm>
      <Confirm opened={question === 'remove'} tone="red" title={fr.editor.removeTitle} action={fr.editor.remove} isBusy={remove.isPending} error={remove.error} onConfirm={onRemove} onClose={close}>
        <p>{fr.editor.removeText}</p>
      </Confirm>
    </div>
  );
}
