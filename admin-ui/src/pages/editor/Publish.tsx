// Publishes exactly what is on the screen, now or at a date: saves first, and only goes on when that worked.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { usePublish } from '../../api/contents';
import { ApiError } from '../../api/errors';
import type { Content } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { momentOf } from '../../components/local_time';
import { dateTimeText, nowSeconds } from '../../components/time';
import { fr } from '../../locales/fr';
import type { SaveStatus } from './autosave';
import type { EditorState } from './use_editor';

function whyNotSaved(status: SaveStatus): string {
  if (status.kind === 'conflict') return fr.editor.chooseFirst;
  return status.kind === 'rejected' ? fr.editor.correctFirst : fr.editor.notSaved;
}

function usePublishing(editor: EditorState) {
  const publish = usePublish(editor.server.id);
  return useMutation({
    mutationFn: async (at: number | null) => {
      if (!(await editor.flush())) throw new ApiError(0, { code: 'not_saved', message: whyNotSaved(editor.currentStatus()) });
      try {
        return await publish.mutateAsync({ revision: editor.revision(), ...(at === null ? {} : { at }) });
      } catch (error) {
        editor.pauseAt(error);
        if (error instanceof ApiError) editor.refuse(error.fields);
        throw error;
      }
    },
  });
}

interface WhenProps {
  isLater: boolean;
  moment: string;
  error: string | undefined;
  onChange: (isLater: boolean, moment: string) => void;
}

function When({ isLater, moment, error, onChange }: WhenProps) {
  return (
    <fieldset className="choices">
      <legend>{fr.planning.when}</legend>
      <label className="choice">
        <input type="radio" name="when" checked={!isLater} onChange={() => onChange(false, moment)} />
        <span>{fr.planning.now}</span>
      </label>
      <label className="choice">
        <input type="radio" name="when" checked={isLater} onChange={() => onChange(true, moment)} />
        <span>{fr.planning.later}</span>
      </label>
      {isLater && (
        <TextInput type="datetime-local" label={fr.planning.moment} value={moment} error={error} onChange={(event) => onChange(true, event.currentTarget.value)} />
      )}
    </fieldset>
  );
}

function FaultList({ error }: { error: unknown }) {
  const texts = error instanceof ApiError ? Object.values(error.fields) : [];
  if (texts.length === 0) return null;
  return (
    <ul className="faults">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

export function Publish({ editor }: { editor: EditorState }) {
  const announce = useAnnounce();
  const publishing = usePublishing(editor);
  const [isAsked, setAsked] = useState(false);
  const [isLater, setLater] = useState(false);
  const [moment, setMoment] = useState('');
  const [isMomentWrong, setMomentWrong] = useState(false);
  const isTyping = ['pending', 'saving', 'failed'].includes(editor.status.kind);
  const hasChanges = isTyping || editor.server.state !== 'published';
  const label = editor.server.published_revision === null ? fr.editor.publish : fr.editor.publishChanges;
  const ask = () => {
    publishing.reset();
    setMomentWrong(false);
    setAsked(true);
  };
  const done = (content: Content) => {
    setAsked(false);
    setLater(false); // the next question is a new one: a date that was given up is not offered again
    setMoment('');
    editor.accept(content);
    announce(content.scheduled_at === null ? fr.editor.published : fr.planning.done(dateTimeText(content.scheduled_at)));
  };
  const confirm = () => {
    const at = isLater ? momentOf(moment) : null;
    const isWrong = isLater && (at === null || at <= nowSeconds());
    setMomentWrong(isWrong);
    if (!isWrong) publishing.mutate(at, { onSuccess: done });
  };
  return (
    <>
      <Button disabled={!hasChanges || editor.status.kind === 'conflict'} onClick={ask}>
        {hasChanges ? label : fr.editor.upToDate}
      </Button>
      <Confirm
        opened={isAsked}
        title={fr.editor.publishTitle}
        action={isLater ? fr.planning.plan : label}
        isBusy={publishing.isPending}
        error={publishing.error}
        onConfirm={confirm}
        onClose={() => setAsked(false)}
      >
        <p>{fr.editor.publishText}</p>
        <When
          isLater={isLater}
          moment={moment}
          error={isMomentWrong ? fr.planning.momentMissing : undefined}
          onChange={(later, text) => {
            setLater(later);
            setMoment(text);
          }}
        />
        <FaultList error={publishing.error} />
      </Confirm>
    </>
  );
}
