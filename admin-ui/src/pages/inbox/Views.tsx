// Filters of the inbox under a name: chosen, kept, taken away.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useDeleteView, useSavedViews, useSaveView } from '../../api/cases';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';

const words = fr.batch;

interface ViewsProps {
  filter: string; // the query of the page's address
  onPick: (filter: string) => void;
}

export function Views({ filter, onPick }: ViewsProps) {
  const announce = useAnnounce();
  const views = useSavedViews().data?.items ?? [];
  const save = useSaveView();
  const remove = useDeleteView();
  const [name, setName] = useState('');
  const current = views.find((view) => view.filter === filter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setName('');
      announce(words.viewSaved);
    };
    save.mutate({ name, filter }, { onSuccess: done });
  };
  return (
    <div className="batch-row">
      {views.length > 0 && (
        <NativeSelect
          label={words.views}
          value={current?.filter ?? ''}
          data={[{ value: '', label: words.allCases }, ...views.map((view) => ({ value: view.filter, label: view.name }))]}
          onChange={(event) => onPick(event.currentTarget.value)}
        />
      )}
      {current !== undefined && (
        <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(current.id)}>
          {words.removeView(current.name)}
        </Button>
      )}
      {current === undefined && filter !== '' && (
        <form className="batch-row" onSubmit={submit}>
          <TextInput label={words.viewName} maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={save.isPending} disabled={name.trim() === ''}>
            {words.saveView}
          </Button>
        </form>
      )}
      <Failure error={save.error ?? remove.error} />
    </div>
  );
}
