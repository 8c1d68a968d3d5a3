// Where files are dropped or chosen, described, and sent.
import { Button, Checkbox, Progress, TextInput } from '@mantine/core';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import type { Media } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { fr } from '../../locales/fr';
import { sizeText } from '../time';
import { isImage, useUploadQueue, type Waiting } from './upload_queue';
import '../../styles/media.css';

const accepted = {
  image: 'image/jpeg,image/png,image/webp',
  document: '.pdf,.odt,.ods,.docx,.xlsx,.csv,.ics',
};

interface WaitingFileProps {
  item: Waiting;
  queue: ReturnType<typeof useUploadQueue>;
}

function WaitingFile({ item, queue }: WaitingFileProps) {
  const isSending = item.progress !== null;
  const { name } = item.file;
  return (
    <li className="waiting-file">
      <span className="media-picture">{item.preview === null ? <IconFileText size={48} stroke={1.2} aria-hidden /> : <img src={item.preview} alt="" />}</span>
      <div className="stack">
        <p>
          <strong className="media-name">{name}</strong> <span className="quiet">{sizeText(item.file.size)}</span>
        </p>
        {isImage(item.file) && (
          <>
            <TextInput
              label={fr.media.alt}
              description={fr.media.altHint}
              value={item.alt}
              maxLength={300}
              disabled={isSending || item.decorative}
              onChange={(event) => queue.change(item.key, { alt: event.currentTarget.value, error: '' })}
            />
            <Checkbox
              label={fr.media.decorative}
              checked={item.decorative}
              disabled={isSending}
              onChange={(event) => queue.change(item.key, { decorative: event.currentTarget.checked, error: '' })}
            />
          </>
        )}
        {item.error !== '' && (
          <p className="field-error" role="alert">
            {item.error}
          </p>
        )}
        {isSending && <Progress value={(item.progress ?? 0) * 100} aria-label={fr.media.sending(name)} />}
        <div className="notice-actions">
          {isSending ? (
            <Button variant="default" onClick={() => queue.stop(item.key)}>
              {fr.media.cancel}
            </Button>
          ) : (
            <>
              <Button onClick={() => void queue.send(item)} aria-label={`${fr.media.send} ${name}`}>
                {fr.media.send}
              </Button>
              <Button variant="default" onClick={() => queue.drop(item.key)} aria-label={fr.media.remove(name)}>
                {fr.media.removeShort}
              </Button>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

interface UploadZoneProps {
  only?: Media['kind'] | undefined;
  onAdded?: (media: Media) => void;
}

export function UploadZone({ only, onAdded }: UploadZoneProps) {
  const announce = useAnnounce();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const queue = useUploadQueue((added) => {
    announce(fr.media.sent(added.name));
    onAdded?.(added);
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    queue.add(event.dataTransfer.files);
  };
  const accept = only === undefined ? `${accepted.image},${accepted.document}` : accepted[only];
  return (
    <div className="stack">
      <div
        className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{fr.media.drop}</p>
        <Button leftSection={<IconUpload size={20} aria-hidden />} onClick={() => input.current?.click()}>
          {fr.media.add}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          aria-label={fr.media.add}
          onChange={(event) => {
            queue.add(event.currentTarget.files ?? []);
            event.currentTarget.value = '';
          }}
        />
        <p className="quiet">{fr.media.limits}</p>
      </div>
      {queue.items.length > 0 && (
        <section className="stack" aria-label={fr.media.waiting(queue.items.length)}>
          <ul className="waiting-files">
            {queue.items.map((item) => (
              <WaitingFile key={item.key} item={item} queue={queue} />
            ))}
          </ul>
          {queue.items.length > 1 && (
            <div>
              <Button onClick={() => void queue.sendAll()}>{fr.media.sendAll}</Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
