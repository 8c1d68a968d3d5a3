// Days when the town hall does not keep its usual hours.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useExceptions, useSaveExceptions } from '../../api/town_hall_pages';
import type { HoursException, HoursExceptions } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Page } from '../../app/page';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { fr } from '../../locales/fr';
import '../../styles/town_hall.css';
import { fieldsOf, SaveBar } from './SaveBar';
import { TownHallTabs } from './TownHallTabs';

const words = fr.townHallPages;

const dayText = (iso: string) => new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));

interface ItemProps {
  item: HoursException;
  index: number;
  fields: Record<string, string>;
  onChange: (part: Partial<HoursException>) => void;
  onRemove: () => void;
}

function Hours({ item, onChange }: ItemProps) {
  const interval = item.intervals[0];
  if (interval === undefined) return null;
  const change = (edge: 'from' | 'to') => (event: { currentTarget: { value: string } }) =>
    onChange({ intervals: [{ ...interval, [edge]: event.currentTarget.value }, ...item.intervals.slice(1)] });
  return (
    <div className="two">
      <TextInput type="time" label={words.from} value={interval.from} onChange={change('from')} />
      <TextInput type="time" label={words.to} value={interval.to} onChange={change('to')} />
    </div>
  );
}

function Item(props: ItemProps) {
  const { item, index, fields, onChange, onRemove } = props;
  const error = (name: string) => fields[`exceptions.${index}.${name}`];
  const isOpen = item.intervals.length > 0;
  return (
    <fieldset className="panel section">
      <legend>{words.number(index + 1)}</legend>
      <div className="two">
        <TextInput
          type="date"
          label={words.first}
          value={item.first_day}
          error={error('first_day')}
          onChange={({ currentTarget: { value } }) => onChange({ first_day: value, last_day: item.last_day < value ? value : item.last_day })}
        />
        <TextInput type="date" label={words.last} value={item.last_day} error={error('last_day')} onChange={(event) => onChange({ last_day: event.currentTarget.value })} />
      </div>
      <TextInput label={words.reason} description={words.reasonHint} maxLength={80} value={item.reason} error={error('reason')} onChange={(event) => onChange({ reason: event.currentTarget.value })} />
      <Checkbox label={words.isOpen} checked={isOpen} onChange={() => onChange({ intervals: isOpen ? [] : [{ from: '09:00', to: '12:00' }] })} />
      <Hours {...props} />
      {error('intervals') !== undefined && <p className="field-error">{error('intervals')}</p>}
      <button type="button" className="plain-button danger" onClick={onRemove}>
        {words.remove(item.first_day === '' ? words.number(index + 1) : dayText(item.first_day))}
      </button>
    </fieldset>
  );
}

function Holidays({ data, isOpen, onChange }: { data: HoursExceptions; isOpen: boolean; onChange: (isOpen: boolean) => void }) {
  return (
    <fieldset className="panel section">
      <legend>{words.holidays}</legend>
      <Checkbox label={words.openOnHolidays} checked={isOpen} onChange={(event) => onChange(event.currentTarget.checked)} />
      <p className="quiet">
        {words.nextHolidays} {data.holidays.map((day) => `${dayText(day.date)} (${day.name})`).join(', ')}.
      </p>
    </fieldset>
  );
}

function ExceptionsForm({ data }: { data: HoursExceptions }) {
  const announce = useAnnounce();
  const request = useSaveExceptions();
  const [items, setItems] = useState(data.exceptions);
  const [isOpen, setOpen] = useState(data.open_on_holidays);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ open_on_holidays: isOpen, exceptions: items }, { onSuccess: () => announce(words.saved) });
  };
  const change = (index: number, part: Partial<HoursException>) => setItems(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      {data.notices.length > 0 && (
        <section className="panel" aria-labelledby="annonces">
          <h2 id="annonces">{words.announced}</h2>
          <ul className="notices">
            {data.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </section>
      )}
      {items.length === 0 && <p>{words.none}</p>}
      {items.map((item, index) => (
        <Item key={index} item={item} index={index} fields={fieldsOf(request.error)} onChange={(part) => change(index, part)} onRemove={() => setItems(items.filter((_, at) => at !== index))} />
      ))}
      <Button variant="default" onClick={() => setItems([...items, { first_day: '', last_day: '', intervals: [], reason: '' }])}>
        {words.add}
      </Button>
      <Holidays data={data} isOpen={isOpen} onChange={setOpen} />
      <SaveBar error={request.error} isSaving={request.isPending} />
    </form>
  );
}

export default function ExceptionsPage() {
  const exceptions = useExceptions();
  return (
    <Page title={words.exceptions} intro={words.exceptionsIntro}>
      <TownHallTabs />
      {exceptions.isPending && <Loading />}
      <Failure error={exceptions.error} onRetry={() => void exceptions.refetch()} />
      {exceptions.data !== undefined && <ExceptionsForm data={exceptions.data} />}
    </Page>
  );
}
