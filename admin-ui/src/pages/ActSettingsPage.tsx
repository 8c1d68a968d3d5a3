// How the commune makes its acts public, and its SIRET for open data.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { useActSettings, useSaveActSettings, type ActSettings, type ActSettingsEdit } from '../api/acts';
import { ApiError } from '../api/errors';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';

const words = fr.acts;
const publicities = ['electronique', 'affichage', 'papier'] as const;

function editOf({ publicity, chosen_by, chosen_on, place, siret }: ActSettings): ActSettingsEdit {
  return { publicity, chosen_by, chosen_on, place, siret };
}

function SettingsForm({ settings }: { settings: ActSettings }) {
  const announce = useAnnounce();
  const [edit, setEdit] = useState(() => editOf(settings));
  const save = useSaveActSettings();
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  const text = (name: 'chosen_by' | 'chosen_on' | 'place' | 'siret') => ({
    value: edit[name], error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setEdit((current) => ({ ...current, [name]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(edit, { onSuccess: () => announce(words.settingsSaved) });
  };
  return (
    <form className="stack narrow panel" onSubmit={submit} noValidate>
      <p className="quiet">{settings.may_choose ? words.mayChoose : words.mayNotChoose}</p>
      {settings.may_choose && (
        <NativeSelect
          label={words.publicity} value={edit.publicity} data={publicities.map((value) => ({ value, label: words.publicities[value] }))}
          onChange={(event) => setEdit({ ...edit, publicity: event.currentTarget.value as ActSettingsEdit['publicity'] })}
        />
      )}
      {edit.publicity !== 'electronique' && (
        <>
          <TextInput label={words.chosenBy} maxLength={200} {...text('chosen_by')} />
          <TextInput label={words.chosenOn} type="date" {...text('chosen_on')} />
        </>
      )}
      <TextInput label={words.place} maxLength={200} {...text('place')} />
      <TextInput label={words.siret} description={words.siretHint(settings.siren)} inputMode="numeric" maxLength={20} {...text('siret')} />
      <Failure error={save.error} />
      <div>
        <Button type="submit" loading={save.isPending}>
          {words.saveSettings}
        </Button>
      </div>
    </form>
  );
}

export default function ActSettingsPage() {
  const settings = useActSettings();
  return (
    <Page title={words.settingsTitle} intro={<p>{words.settingsIntro}</p>} before={<p><Link to="/actes">{words.back}</Link></p>}>
      {settings.isPending && <Loading />}
      <Failure error={settings.error} onRetry={() => void settings.refetch()} />
      {settings.data !== undefined && <SettingsForm settings={settings.data} />}
    </Page>
  );
}
