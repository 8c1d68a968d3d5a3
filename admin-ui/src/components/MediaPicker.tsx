// A field that holds one image or document: shows it, and opens the library to choose another or bring a new one.
import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useMedia } from '../api/media';
import type { Media } from '../api/types';
import { fr } from '../locales/fr';
import { Dialog } from './Dialog';
import { Loading } from './Loading';
import '../styles/media.css';

// Fetched when the library is opened: screens that only hold such a field show without it.
const Choices = lazy(() => import('./media/Choices'));

interface MediaDialogProps {
  opened: boolean;
  kind: Media['kind'];
  onClose: () => void;
  onChoose: (media: Media) => void;
}

// The library alone, for screens that add to a list.
export function MediaChooser({ opened, kind, onClose, onChoose }: MediaDialogProps) {
  const choose = (media: Media) => {
    onChoose(media);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={kind === 'image' ? fr.media.chooseImage : fr.media.chooseDocument}>
      <Suspense fallback={<Loading />}>
        <Choices kind={kind} onChoose={choose} />
      </Suspense>
    </Dialog>
  );
}

interface MediaPickerProps {
  label: string;
  description?: string;
  kind: Media['kind'];
  value: number | null;
  error?: string | undefined;
  onChange: (id: number | null, media: Media | null) => void;
}

export function MediaPicker({ label, description, kind, value, error, onChange }: MediaPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = useMedia(value).data;
  const labelId = useId();
  return (
    <div className="media-picker" role="group" aria-labelledby={labelId}>
      <p id={labelId} className="mantine-InputWrapper-label">
        {label}
      </p>
      {description !== undefined && <p className="quiet">{description}</p>}
      {chosen !== undefined && value !== null && (
        <p className="media-chosen">
          {chosen.thumbnail !== null && <img src={chosen.thumbnail} alt={chosen.alt} />}
          <span className="media-name">{chosen.name}</span>
        </p>
      )}
      {error !== undefined && error !== '' && <p className="field-error">{error}</p>}
      <div className="notice-actions">
        <Button variant="default" leftSection={<IconPhoto size={20} aria-hidden />} onClick={() => setOpen(true)}>
          {value === null ? fr.media.choose : fr.media.change}
        </Button>
        {value !== null && (
          <Button variant="default" onClick={() => onChange(null, null)}>
            {fr.media.takeAway}
          </Button>
        )}
      </div>
      <MediaChooser opened={isOpen} kind={kind} onClose={() => setOpen(false)} onChoose={(media) => onChange(media.id, media)} />
    </div>
  );
}
