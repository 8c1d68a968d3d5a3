// The entries of the menu: named, ordered by arrows or by the pointer, removed.
import { TextInput } from '@mantine/core';
import { IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useAnnounce } from '../../app/Announcer';
import { fr } from '../../locales/fr';
import { fieldsOf } from '../town_hall/SaveBar';
import { Arrows } from './Arrows';
import { destinationOf, type Destinations } from './destinations';
import { movedTo, useDrag } from './use_drag';
import type { MenuEdit, Row } from './use_menu_edit';

const words = fr.menu;

interface FieldsProps {
  row: Row;
  index: number;
  place: string | undefined;
  errors: Record<string, string>;
  onChange: (part: Partial<Row>) => void;
}

// An address that is no page of the site as we know it can be corrected here.
function Fields({ row, index, place, errors, onChange }: FieldsProps) {
  const targetError = errors[`entries.${index}.target`];
  return (
    <span className="menu-fields">
      <TextInput
        aria-label={words.nameOf(index + 1)}
        value={row.label}
        maxLength={60}
        error={errors[`entries.${index}.label`]}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      {place === undefined ? (
        <TextInput
          label={words.address}
          value={row.target}
          maxLength={500}
          inputMode="url"
          error={targetError}
          onChange={(event) => onChange({ target: event.currentTarget.value })}
        />
      ) : (
        <span className="quiet">
          {words.leadsTo(place)}
          {targetError !== undefined && <span className="field-error cell-error">{targetError}</span>}
        </span>
      )}
    </span>
  );
}

export function EntryList({ edit, destinations }: { edit: MenuEdit; destinations: Destinations }) {
  const announce = useAnnounce();
  const { rows, change } = edit;
  const errors = fieldsOf(edit.saving.error);
  const move = (from: number, to: number) => {
    change(movedTo(rows, from, to), `move-${rows[from]?.key}`);
    announce(words.moved(rows[from]?.label ?? '', to + 1));
  };
  const handle = useDrag(move);
  const remove = (index: number) => {
    change(rows.filter((_, at) => at !== index), '');
    announce(words.removed(rows[index]?.label ?? ''));
    document.getElementById('defaire')?.focus();
  };
  return (
    <ol className="content-list" aria-label={words.entries}>
      {rows.map((row, index) => (
        <li key={row.key} className="content-item menu-entry">
          <span className="menu-handle" aria-hidden {...handle(index)}>
            <IconGripVertical size={22} />
          </span>
          <Fields
            row={row}
            index={index}
            place={destinationOf(destinations, row.target)?.label}
            errors={errors}
            onChange={(part) => change(rows.map((one) => (one === row ? { ...row, ...part } : one)), `${Object.keys(part)[0]}-${row.key}`)}
          />
          <span className="entry-tools">
            <Arrows index={index} count={rows.length} up={words.up(row.label)} down={words.down(row.label)} onMove={(to) => move(index, to)} />
            <button type="button" className="icon-button" aria-label={words.remove(row.label)} disabled={row.target === '/'} onClick={() => remove(index)}>
              <IconTrash size={20} aria-hidden />
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
}
