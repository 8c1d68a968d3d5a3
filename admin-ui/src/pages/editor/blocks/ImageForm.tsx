// One picture with its caption and its author.
import type { Block } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { LineField } from './fields';
import type { BlockFormProps } from './form';
import { PictureFields, type Picture } from './PictureFields';

export function ImageForm({ block, path, faults, onChange }: BlockFormProps) {
  const change = (picture: Picture) => onChange({ media_id: undefined, ...picture } as Partial<Block>);
  const { media_id, alt, decorative } = block;
  const picture = { ...(media_id === undefined ? {} : { media_id }), alt: alt ?? '', decorative: decorative ?? false };
  return (
    <>
      <PictureFields picture={picture} path={path} faults={faults} onChange={change} />
      <LineField path={`${path}.caption`} faults={faults} label={fr.blocks.caption} maxLength={300} value={block.caption} onChange={(caption) => onChange({ caption })} />
      <LineField path={`${path}.credit`} faults={faults} label={fr.blocks.credit} maxLength={160} value={block.credit} onChange={(credit) => onChange({ credit })} />
    </>
  );
}
