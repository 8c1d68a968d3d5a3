// Of a news item: its category, whether it stands first, its picture.
import { Checkbox } from '@mantine/core';
import { fr } from '../../../locales/fr';
import { LineField } from '../blocks/fields';
import { withPart, type DetailsFormProps } from './form';
import { HeadPicture } from './HeadPicture';

export function NewsDetails(props: DetailsFormProps) {
  const { details, faults, onChange } = props;
  return (
    <>
      <LineField
        path="details.category"
        faults={faults}
        label={fr.details.category}
        maxLength={40}
        value={details.category}
        onChange={(category) => onChange(withPart(details, { category }))}
      />
      <Checkbox label={fr.details.featured} checked={details.featured === true} onChange={(event) => onChange(withPart(details, { featured: event.currentTarget.checked }))} />
      <HeadPicture {...props} />
    </>
  );
}
