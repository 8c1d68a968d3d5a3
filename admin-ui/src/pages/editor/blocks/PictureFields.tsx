// One picture of the library and what it shows: in an image block, a gallery, at the head of a news item or an event.
import { Checkbox } from '@mantine/core';
import { MediaPicker } from '../../../components/MediaPicker';
import { fr } from '../../../locales/fr';
import { LineField, Spot, type Faults } from './fields';

export interface Picture {
  media_id?: number;
  alt?: string;
  decorative?: boolean;
}

interface PictureFieldsProps {
  picture: Picture;
  path: string;
  faults: Faults;
  onChange: (picture: Picture) => void;
}

export function PictureFields({ picture, path, faults, onChange }: PictureFieldsProps) {
  const isDecorative = picture.decorative === true;
  // The description that the library knows is the usual one; what was written here stays.
  const choose = (id: number | null, known: string) => {
    const { media_id: _old, ...rest } = picture;
    onChange(id === null ? rest : { ...rest, media_id: id, ...(isDecorative ? {} : { alt: picture.alt || known }) });
  };
  return (
    <>
      <Spot path={`${path}.media_id`}>
        <MediaPicker label={fr.blocks.image} kind="image" value={picture.media_id ?? null} error={faults[`${path}.media_id`]} onChange={(id, media) => choose(id, media?.alt ?? '')} />
      </Spot>
      {!isDecorative && (
        <LineField
          path={`${path}.alt`}
          faults={faults}
          label={fr.blocks.alt}
          description={fr.blocks.altHint}
          maxLength={300}
          value={picture.alt}
          onChange={(alt) => onChange({ ...picture, alt })}
        />
      )}
      <Checkbox
        label={fr.blocks.decorative}
        checked={isDecorative}
        onChange={(event) => onChange({ ...picture, alt: '', decorative: event.currentTarget.checked })}
      />
    </>
  );
}
