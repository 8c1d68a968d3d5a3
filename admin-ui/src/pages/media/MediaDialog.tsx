// Everything about one image or document: its words, its important point, where it serves, its file.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { ApiError } from '../../api/errors';
import { useChangeMedia, useDeleteMedia, useMedia, useReplaceMedia, useRestoreMedia } from '../../api/media';
import type { MediaChange, MediaDetail } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Dialog } from '../../components/Dialog';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { formatText } from '../../components/media/format';
import { dateText, sizeText } from '../../components/time';
import { fr } from '../../locales/fr';
import { FocalPoint } from './FocalPoint';

function Facts({ media }: { media: MediaDetail }) {
  const hasPixels = media.width !== null && media.height !== null;
  return (
    <p className="quiet">
      {formatText(media)} · {sizeText(media.size_bytes)}
      {hasPixels && ` · ${fr.media.dimensions(media.width ?? 0, media.height ?? 0)}`}
      <br />
      {fr.media.by(media.uploaded_by, dateText(media.created_at))}
      {' · '}
      <a href={`/api/v1/media/${media.id}/file`} target="_blank" rel="noreferrer">
        {fr.media.download} <span className="sr-only">{fr.common.newTab}</span>
      </a>
    </p>
  );
}

const useKindText = (kind: string): string => (kind in fr.media.useKinds ? fr.media.useKinds[kind as keyof typeof fr.media.useKinds] : fr.media.useKinds.content);

function Uses({ media }: { media: MediaDetail }) {
  return (
    <section aria-labelledby="usages">
      <h3 id="usages">{fr.media.uses}</h3>
      {media.uses.length === 0 && <p>{fr.media.unused}</p>}
      <ul className="media-uses">
        {media.uses.map((use) => (
          <li key={`${use.kind}-${use.id}`}>
            {useKindText(use.kind)} : {use.title}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ media }: { media: MediaDetail }) {
  const announce = useAnnounce();
  const change = useChangeMedia();
  const { alt, is_decorative, caption, credit, focal_x, focal_y, version } = media;
  const [words, setWords] = useState<Omit<MediaChange, 'base_version'>>({ alt, is_decorative, caption, credit, focal_x, focal_y });
  const errors = change.error instanceof ApiError ? change.error.fields : {};
  const set = (part: Partial<typeof words>) => setWords((before) => ({ ...before, ...part }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ id: media.id, change: { ...words, base_version: version } }, { onSuccess: () => announce(fr.media.saved) });
  };
  const isImage = media.kind === 'image';
  return (
    <form className="stack" onSubmit={save} noValidate>
      {isImage && (
        <>
          <FocalPoint src={media.preview ?? media.path} x={words.focal_x} y={words.focal_y} onChange={(x, y) => set({ focal_x: x, focal_y: y })} />
          <TextInput
            label={fr.media.alt}
            description={fr.media.altHint}
            value={words.alt}
            maxLength={300}
            disabled={words.is_decorative}
            error={errors.alt}
            onChange={(event) => set({ alt: event.currentTarget.value })}
          />
          <Checkbox label={fr.media.decorative} checked={words.is_decorative} onChange={(event) => set({ is_decorative: event.currentTarget.checked })} />
        </>
      )}
      <TextInput label={fr.media.caption} description={fr.media.captionHint} value={words.caption} maxLength={300} error={errors.caption} onChange={(event) => set({ caption: event.currentTarget.value })} />
      {isImage && (
        <TextInput label={fr.media.credit} description={fr.media.creditHint} value={words.credit} maxLength={200} error={errors.credit} onChange={(event) => set({ credit: event.currentTarget.value })} />
      )}
      <Failure error={change.error} />
      <div>
        <Button type="submit" loading={change.isPending}>
          {fr.media.save}
        </Button>
      </div>
    </form>
  );
}

function Replace({ media }: { media: MediaDetail }) {
  const announce = useAnnounce();
  const replace = useReplaceMedia();
  const input = useRef<HTMLInputElement>(null);
  const send = (file: File | undefined) => {
    if (file !== undefined) replace.mutate({ id: media.id, file }, { onSuccess: () => announce(fr.media.replaced) });
  };
  return (
    <>
      <Button variant="default" loading={replace.isPending} onClick={() => input.current?.click()}>
        {fr.media.replace}
      </Button>
      <input ref={input} type="file" hidden aria-label={fr.media.replace} onChange={(event) => send(event.currentTarget.files?.[0])} />
      <Failure error={replace.error} />
    </>
  );
}

function Away({ media, onDone }: { media: MediaDetail; onDone: () => void }) {
  const announce = useAnnounce();
  const remove = useDeleteMedia();
  const [isAsking, setAsking] = useState(false);
  const confirm = () =>
    remove.mutate(
      { id: media.id, isConfirmed: true },
      {
        onSuccess: () => {
          announce(fr.media.binned);
          onDone();
        },
      },
    );
  return (
    <>
      <button type="button" className="plain-button danger" onClick={() => setAsking(true)}>
        {fr.media.toBin}
      </button>
      <Confirm opened={isAsking} title={fr.media.toBinTitle} action={fr.media.toBin} tone="red" isBusy={remove.isPending} error={remove.error} onConfirm={confirm} onClose={() => setAsking(false)}>
        {media.uses.length > 0 && <p>{fr.media.toBinUsed(media.uses.length)}</p>}
        <p>{fr.media.toBinText}</p>
      </Confirm>
    </>
  );
}

function Binned({ media, onDone }: { media: MediaDetail; onDone: () => void }) {
  const announce = useAnnounce();
  const restore = useRestoreMedia();
  const bring = () =>
    restore.mutate(media.id, {
      onSuccess: () => {
        announce(fr.media.restored);
        onDone();
      },
    });
  return (
    <div className="stack">
      <p>{fr.media.inBin}</p>
      <Failure error={restore.error} />
      <div>
        <Button loading={restore.isPending} onClick={bring}>
          {fr.media.restore}
        </Button>
      </div>
    </div>
  );
}

export function MediaDialog({ id, onClose }: { id: number | null; onClose: () => void }) {
  const media = useMedia(id);
  return (
    <Dialog opened={id !== null} onClose={onClose} title={media.data?.name ?? fr.media.title}>
      {media.isPending && <Loading />}
      <Failure error={media.error} onRetry={() => void media.refetch()} />
      {media.data !== undefined && id !== null && (
        <div className="stack">
          <Facts media={media.data} />
          {media.data.deleted_at === null ? (
            <>
              <Words key={media.data.id} media={media.data} />
              <Uses media={media.data} />
              <div className="notice-actions">
                <Replace media={media.data} />
                <Away media={media.data} onDone={onClose} />
              </div>
            </>
          ) : (
            <Binned media={media.data} onDone={onClose} />
          )}
        </div>
      )}
    </Dialog>
  );
}
