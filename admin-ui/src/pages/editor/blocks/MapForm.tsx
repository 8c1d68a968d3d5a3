// A place, and the way there in words.
import { fr } from '../../../locales/fr';
import { LineField, TextField } from './fields';
import type { BlockFormProps } from './form';

export function MapForm({ block, path, faults, onChange }: BlockFormProps) {
  const words = fr.blocks;
  return (
    <>
      <LineField path={`${path}.title`} faults={faults} label={words.place} maxLength={160} value={block.title} onChange={(title) => onChange({ title })} />
      <LineField path={`${path}.address`} faults={faults} label={words.address} maxLength={300} value={block.address} onChange={(address) => onChange({ address })} />
      <TextField
        path={`${path}.directions`}
        faults={faults}
        label={words.directions}
        description={words.directionsHint}
        maxLength={2000}
        value={block.directions}
        onChange={(directions) => onChange({ directions })}
      />
      <div className="field-pair">
        <LineField path={`${path}.latitude`} faults={faults} label={words.latitude} description={words.positionHint} maxLength={20} value={block.latitude} onChange={(latitude) => onChange({ latitude })} />
        <LineField path={`${path}.longitude`} faults={faults} label={words.longitude} description={words.positionHint} maxLength={20} value={block.longitude} onChange={(longitude) => onChange({ longitude })} />
      </div>
    </>
  );
}
