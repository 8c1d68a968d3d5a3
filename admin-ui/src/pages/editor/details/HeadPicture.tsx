// The picture at the head of a news item or an event.
import type { ContentDetails } from '../../../api/types';
import { PictureFields, type Picture } from '../blocks/PictureFields';
import { withPart, type DetailsFormProps } from './form';

type Image = NonNullable<ContentDetails['image']>;

export function HeadPicture({ details, faults, onChange }: DetailsFormProps) {
  const change = (picture: Picture) => onChange(withPart(details, { image: picture.media_id === undefined ? undefined : (picture as Image) }));
  return <PictureFields picture={details.image ?? {}} path="details.image" faults={faults} onChange={change} />;
}
