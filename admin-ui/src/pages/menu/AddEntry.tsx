// A new entry of the menu: a part of the site, a section, a page, or an address of another site.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { useAnnounce } from '../../app/Announcer';
import { fr } from '../../locales/fr';
import { destinationOf, type Destination, type Destinations } from './destinations';
import { newKey, type MenuEdit } from './use_menu_edit';

const words = fr.menu;
const most = 8;
const other = 'other';
const blank = { place: '', address: '', label: '', wasTried: false };

function optionsOf({ parts, sections, pages }: Destinations, taken: string[]) {
  const items = (list: Destination[]) => list.filter(({ target }) => !taken.includes(target)).map(({ target, label }) => ({ value: target, label }));
  const groups = [
    { group: words.sections, items: items(sections) },
    { group: words.pages, items: items(pages) },
    { group: words.lists, items: items(parts) },
  ].filter(({ items: some }) => some.length > 0);
  return [{ value: '', label: words.choose }, ...groups, { value: other, label: words.other }];
}

export function AddEntry({ edit, destinations }: { edit: MenuEdit; destinations: Destinations }) {
  const announce = useAnnounce();
  const [entry, setEntry] = useState(blank);
  const { rows } = edit;
  if (rows.length >= most) return <p className="quiet">{words.full}</p>;

  const target = entry.place === other ? entry.address.trim() : entry.place;
  const pick = (place: string) => setEntry({ ...entry, place, label: destinationOf(destinations, place)?.label.slice(0, 30) ?? entry.label });
  const add = () => {
    setEntry({ ...entry, wasTried: true });
    const label = entry.label.trim();
    if (target === '' || label === '') return;
    edit.change([...rows, { label, target, key: newKey(rows) }], '');
    announce(words.added(label));
    setEntry(blank);
  };
  // Enter means this entry, not the whole menu.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="stack menu-add" role="group" aria-labelledby="ajouter" onKeyDown={onKeyDown}>
      <h3 id="ajouter">{words.add}</h3>
      <NativeSelect
        label={words.where}
        value={entry.place}
        data={optionsOf(destinations, rows.map((row) => row.target))}
        error={entry.wasTried && entry.place === '' && words.pickPlace}
        onChange={(event) => pick(event.currentTarget.value)}
      />
      {entry.place === other && (
        <TextInput
          label={words.address}
          description={words.otherHint}
          inputMode="url"
          maxLength={500}
          value={entry.address}
          error={entry.wasTried && target === '' && words.pickPlace}
          onChange={(event) => setEntry({ ...entry, address: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={words.name}
        maxLength={30}
        value={entry.label}
        error={entry.wasTried && entry.label.trim() === '' && words.pickName}
        onChange={(event) => setEntry({ ...entry, label: event.currentTarget.value })}
      />
      <div>
        <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={add}>
          {words.addNow}
        </Button>
      </div>
    </div>
  );
}
