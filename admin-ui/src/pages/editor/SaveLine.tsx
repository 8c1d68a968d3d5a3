// Says at any time whether the text is safe: "Enregistré à 10 h 32".
import { IconAlertTriangle, IconCloudCheck, IconLoader2, IconPencil } from '@tabler/icons-react';
import { clockText } from '../../components/time';
import { fr } from '../../locales/fr';
import type { SaveStatus } from './autosave';

function words(status: SaveStatus): string {
  switch (status.kind) {
    case 'idle': return fr.editor.idle;
    case 'pending': return fr.editor.pending;
    case 'saving': return fr.editor.saving;
    case 'saved': return fr.editor.saved(clockText(status.at));
    case 'failed': return fr.editor.failed(status.retryInSeconds);
    case 'rejected': return fr.editor.rejected;
    case 'conflict': return fr.editor.conflictStatus;
  }
}

const icons = {
  idle: IconCloudCheck,
  pending: IconPencil,
  saving: IconLoader2,
  saved: IconCloudCheck,
  failed: IconAlertTriangle,
  rejected: IconAlertTriangle,
  conflict: IconAlertTriangle,
};

interface SaveLineProps {
  status: SaveStatus;
  onRetry: () => void;
}

export function SaveLine({ status, onRetry }: SaveLineProps) {
  const Icon = icons[status.kind];
  const isQuiet = status.kind === 'pending' || status.kind === 'saving'; // seen, but not read aloud at every key
  const hasFailed = status.kind === 'failed' || status.kind === 'rejected';
  return (
    <div className={`save-line save-${status.kind}`}>
      <Icon size={20} aria-hidden />
      <div>
        <p aria-hidden={!isQuiet || undefined}>{words(status)}</p>
        <p className="sr-only" role="status">
          {isQuiet ? '' : words(status)}
        </p>
        {hasFailed && <p>{status.message}</p>}
        {status.kind === 'failed' && (
          <p>
            {fr.editor.kept}{' '}
            <button type="button" className="plain-button" onClick={onRetry}>
              {fr.editor.retryNow}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
