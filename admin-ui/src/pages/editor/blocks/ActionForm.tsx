// A button that leads somewhere.
import { fr } from '../../../locales/fr';
import { LineField } from './fields';
import type { BlockFormProps } from './form';

export function ActionForm({ block, path, faults, onChange }: BlockFormProps) {
  const words = fr.blocks;
  return (
    <>
      <LineField
        path={`${path}.label`}
        faults={faults}
        label={words.actionLabel}
        description={words.actionLabelHint}
        maxLength={160}
        value={block.label}
        onChange={(label) => onChange({ label })}
      />
      <LineField path={`${path}.url`} faults={faults} label={words.actionUrl} description={words.actionUrlHint} maxLength={2000} value={block.url} onChange={(url) => onChange({ url })} />
    </>
  );
}
