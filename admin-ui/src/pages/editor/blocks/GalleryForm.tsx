// Several pictures that belong together.
import type { BlockItem } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { LineField } from './fields';
import type { BlockFormProps } from './form';
import { Items } from './Items';
import { PictureFields } from './PictureFields';

export function GalleryForm({ block, path, faults, onChange }: BlockFormProps) {
  const words = fr.blocks;
  return (
    <>
      <LineField path={`${path}.title`} faults={faults} label={words.heading} maxLength={160} value={block.title} onChange={(title) => onChange({ title })} />
      <Items block={block} path={path} faults={faults} most={24} nameOf={words.picture} add={words.addPicture} onChange={onChange}>
        {(item, at, change) => (
          <>
            <PictureFields picture={item} path={at} faults={faults} onChange={(picture) => change({ media_id: undefined, ...picture } as Partial<BlockItem>)} />
            <LineField path={`${at}.caption`} faults={faults} label={words.caption} maxLength={300} value={item.caption} onChange={(caption) => change({ caption })} />
          </>
        )}
      </Items>
    </>
  );
}
