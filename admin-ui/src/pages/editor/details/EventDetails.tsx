// Of an event: when, how often, where, by whom, for how much.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDirectory } from '../../../api/directory';
import { fr } from '../../../locales/fr';
import { LineField, Spot } from '../blocks/fields';
import { textOf, withPart, type DetailsFormProps } from './form';
import { HeadPicture } from './HeadPicture';
import { RecurrenceFields } from './RecurrenceFields';

const asDay = (moment: string) => moment.slice(0, 10);
const asMoment = (day: string, clock: string) => (day === '' ? '' : day.length === 10 ? `${day}T${clock}` : day);

interface MomentProps extends DetailsFormProps {
  name: 'starts' | 'ends';
  label: string;
  description?: string;
}

function Moment({ details, faults, onChange, name, ...rest }: MomentProps) {
  const path = `details.${name}`;
  return (
    <Spot path={path}>
      <TextInput
        {...rest}
        type={details.all_day === true ? 'date' : 'datetime-local'}
        value={textOf(details[name])}
        error={faults[path]}
        onChange={(event) => onChange(withPart(details, { [name]: event.currentTarget.value }))}
      />
    </Spot>
  );
}

function When(props: DetailsFormProps) {
  const { details, faults, onChange } = props;
  const starts = textOf(details.starts);
  const ends = textOf(details.ends);
  const setAllDay = (isAllDay: boolean) => {
    const times = isAllDay ? { starts: asDay(starts), ends: asDay(ends) } : { starts: asMoment(starts, '18:00'), ends: asMoment(ends, '20:00') };
    onChange(withPart(details, { ...times, all_day: isAllDay }));
  };
  return (
    <>
      <div className="field-pair">
        <Moment {...props} name="starts" label={fr.details.starts} />
        <Moment {...props} name="ends" label={fr.details.ends} description={fr.details.endsHint} />
      </div>
      <Checkbox label={fr.details.allDay} checked={details.all_day === true} onChange={(event) => setAllDay(event.currentTarget.checked)} />
      <RecurrenceFields rule={details.recurrence} starts={starts} faults={faults} onChange={(recurrence) => onChange(withPart(details, { recurrence }))} />
    </>
  );
}

function Where({ details, faults, onChange }: DetailsFormProps) {
  const places = useDirectory('lieux', 'live').data?.items ?? [];
  const words = fr.details;
  const choose = (id: string) => onChange(withPart(details, id === '' ? { place_id: undefined } : { place_id: Number(id), place: undefined, address: undefined }));
  return (
    <>
      <Spot path="details.place_id">
        <NativeSelect
          label={words.placeFromDirectory}
          value={details.place_id === undefined ? '' : String(details.place_id)}
          data={[{ value: '', label: words.placeOther }, ...places.map((place) => ({ value: String(place.id), label: place.name }))]}
          error={faults['details.place_id']}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </Spot>
      {details.place_id === undefined && (
        <>
          <LineField path="details.place" faults={faults} label={words.place} maxLength={160} value={details.place} onChange={(place) => onChange(withPart(details, { place }))} />
          <LineField path="details.address" faults={faults} label={words.address} maxLength={300} value={details.address} onChange={(address) => onChange(withPart(details, { address }))} />
        </>
      )}
    </>
  );
}

const lines = [
  { name: 'organiser', maxLength: 160 },
  { name: 'price', maxLength: 80, description: fr.details.priceHint },
  { name: 'category', maxLength: 40 },
  { name: 'series', maxLength: 80, description: fr.details.seriesHint },
] as const;

export function EventDetails(props: DetailsFormProps) {
  const { details, faults, onChange } = props;
  return (
    <>
      <When {...props} />
      <Where {...props} />
      {lines.map(({ name, ...rest }) => (
        <LineField
          key={name}
          {...rest}
          path={`details.${name}`}
          faults={faults}
          label={fr.details[name]}
          value={details[name]}
          onChange={(text) => onChange(withPart(details, { [name]: text }))}
        />
      ))}
      <HeadPicture {...props} />
    </>
  );
}
