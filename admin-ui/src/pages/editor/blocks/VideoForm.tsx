// A film: where it is played, and everything that is said in it.
import { fr } from '../../../locales/fr';
import { LineField, ProseField } from './fields';
import type { BlockFormProps } from './form';

export function VideoForm({ block, number, path, faults, onChange }: BlockFormProps) {
  const words = fr.blocks;
  return (
    <>
      <LineField path={`${path}.title`} faults={faults} label={words.videoTitle} maxLength={160} value={block.title} onChange={(title) => onChange({ title })} />
      <LineField path={`${path}.url`} faults={faults} label={words.videoUrl} maxLength={2000} value={block.url} onChange={(url) => onChange({ url })} />
      <ProseField
        path={`${path}.transcript_markdown`}
        faults={faults}
        label={words.transcript(number)}
        description={words.transcriptHint}
        maxLength={20_000}
        value={block.transcript_markdown}
        onChange={(transcript_markdown) => onChange({ transcript_markdown })}
      />
    </>
  );
}
