// A passage of formatted text.
import { fr } from '../../../locales/fr';
import { ProseField } from './fields';
import type { BlockFormProps } from './form';

export function TextForm({ block, number, path, faults, onChange }: BlockFormProps) {
  return (
    <ProseField
      path={`${path}.body_markdown`}
      faults={faults}
      label={fr.blocks.text(number)}
      maxLength={20_000}
      value={block.body_markdown}
      onChange={(body_markdown) => onChange({ body_markdown })}
    />
  );
}
