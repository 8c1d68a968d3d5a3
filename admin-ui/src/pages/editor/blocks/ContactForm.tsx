// A record of the directory, written there once and shown here.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDirectory, useDirectoryEntry, useDirectoryKinds, type DirectoryKind } from '../../../api/directory';
import type { Block } from '../../../api/types';
import { fr } from '../../../locales/fr';
import { Spot } from './fields';
import type { BlockFormProps } from './form';

interface EntryPickProps extends BlockFormProps {
  first: DirectoryKind;
}

function EntryPick({ block, path, faults, onChange, first }: EntryPickProps) {
  const [kind, setKind] = useState<DirectoryKind>(first);
  const kinds = useDirectoryKinds().data?.items ?? [];
  const entries = useDirectory(kind, 'live').data?.items ?? [];
  const name = `${path}.entry_id`;
  const choose = (value: string) => onChange({ entry_id: value === '' ? undefined : Number(value) } as Partial<Block>);
  return (
    <>
      <NativeSelect
        label={fr.blocks.entryKind}
        value={kind}
        data={kinds.map((known) => ({ value: known.kind, label: known.title }))}
        onChange={(event) => setKind(event.currentTarget.value as DirectoryKind)}
      />
      <Spot path={name}>
        <NativeSelect
          label={fr.blocks.entry}
          value={entries.some((entry) => entry.id === block.entry_id) ? String(block.entry_id) : ''}
          data={[{ value: '', label: fr.blocks.entryNone }, ...entries.map((entry) => ({ value: String(entry.id), label: entry.name }))]}
          error={faults[name]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </Spot>
    </>
  );
}

function Known({ id, ...props }: BlockFormProps & { id: number }) {
  const entry = useDirectoryEntry(id);
  if (entry.isPending) return <p>{fr.common.loading}</p>;
  return <EntryPick {...props} first={entry.data?.kind ?? 'services'} />;
}

export function ContactForm(props: BlockFormProps) {
  const [id] = useState(props.block.entry_id); // of the arrival: a choice made here does not load the form again
  return id === undefined ? <EntryPick {...props} first="services" /> : <Known {...props} id={id} />;
}
