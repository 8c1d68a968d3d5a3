// Documents to download.
import { MediaPicker } from '../../../components/MediaPicker';
import type { BlockItem } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { LineField, Spot } from './fields';
import type { BlockFormProps } from './form';
import { Items } from './Items';

export function FilesForm({ block, path, faults, onChange }: BlockFormProps) {
  const words = fr.blocks;
  return (
    <>
      <LineField path={`${path}.title`} faults={faults} label={words.heading} maxLength={160} value={block.title} onChange={(title) => onChange({ title })} />
      <Items block={block} path={path} faults={faults} most={30} nameOf={words.document} add={words.addDocument} onChange={onChange}>
        {(item, at, change) => (
          <>
            <Spot path={`${at}.media_id`}>
              <MediaPicker
                label={words.file}
                kind="document"
                value={item.media_id ?? null}
                error={faults[`${at}.media_id`]}
                onChange={(id) => change({ media_id: id ?? undefined } as Partial<BlockItem>)}
              />
            </Spot>
            <LineField path={`${at}.label`} faults={faults} label={words.fileLabel} description={words.fileLabelHint} maxLength={160} value={item.label} onChange={(label) => change({ label })} />
          </>
        )}
      </Items>
    </>
  );
}
