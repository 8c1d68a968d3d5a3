// What residents see first: logo, photo, sentence of welcome, colours.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLook, useSaveLook } from '../../api/town_hall_pages';
import type { Look } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Page } from '../../app/page';
import { Failure } from '../../components/Failure';
import { Loading } from '../../components/Loading';
import { MediaPicker } from '../../components/MediaPicker';
import { fr } from '../../locales/fr';
import '../../styles/town_hall.css';
import { ColorField } from './ColorField';
import { fieldsOf, SaveBar } from './SaveBar';
import { TownHallTabs } from './TownHallTabs';

const words = fr.townHallPages;

const themeOptions = words.themes.map(([value, label]) => ({ value, label }));

function LookForm({ look }: { look: Look }) {
  const announce = useAnnounce();
  const request = useSaveLook();
  const [edit, setEdit] = useState(look);
  const fields = fieldsOf(request.error);
  const change = (part: Partial<Look>) => setEdit({ ...edit, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate(edit, { onSuccess: () => announce(words.saved) });
  };
  return (
    <form className="stack-wide narrow" onSubmit={submit} noValidate>
      <fieldset className="panel section">
        <legend>{words.firstSight}</legend>
        <MediaPicker label={words.logo} description={words.logoHint} kind="image" value={edit.logo_id} error={fields['logo_id']} onChange={(logo_id) => change({ logo_id })} />
        <MediaPicker label={words.hero} description={words.heroHint} kind="image" value={edit.hero_id} error={fields['hero_id']} onChange={(hero_id) => change({ hero_id })} />
        <TextInput label={words.welcome} description={words.welcomeHint} maxLength={200} value={edit.welcome} error={fields['welcome']} onChange={(event) => change({ welcome: event.currentTarget.value })} />
      </fieldset>
      <div className="panel section">
        <NativeSelect label={words.theme} data={themeOptions} value={edit.theme} error={fields['theme']} onChange={(event) => change({ theme: event.currentTarget.value })} />
        <ColorField accent={edit.accent} error={fields['accent']} onChange={(accent) => change({ accent })} />
      </div>
      <SaveBar error={request.error} isSaving={request.isPending} />
    </form>
  );
}

export default function LookPage() {
  const look = useLook();
  return (
    <Page title={words.look} intro={words.lookIntro}>
      <TownHallTabs />
      {look.isPending && <Loading />}
      <Failure error={look.error} onRetry={() => void look.refetch()} />
      {look.data !== undefined && <LookForm look={look.data} />}
    </Page>
  );
}
