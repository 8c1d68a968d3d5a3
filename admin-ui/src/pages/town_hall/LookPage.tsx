// Colours of the site, credits of its photographs, licence of its texts.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
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
import { fieldsOf, SaveBar } from './SaveBar';
import { TownHallTabs } from './TownHallTabs';

const words = fr.townHallPages;

const options = (pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));

function ColorField({ edit, error, change }: { edit: Look; error: string | undefined; change: (part: Partial<Look>) => void }) {
  const nearest = error?.match(/#[0-9a-f]{6}(?=\.?$)/)?.[0];
  const isRefused = error !== undefined && nearest !== undefined && nearest !== edit.accent;
  return (
    <>
      <Checkbox label={words.ownColor} checked={edit.accent !== ''} onChange={(event) => change({ accent: event.currentTarget.checked ? '#155f73' : '' })} />
      {edit.accent !== '' && (
        <div className="stack">
          <label htmlFor="couleur">{words.color}</label>
          <input
            id="couleur"
            type="color"
            className="color-choice"
            value={edit.accent.startsWith('#') ? edit.accent : `#${edit.accent}`}
            aria-describedby="couleur-aide"
            onChange={(event) => change({ accent: event.currentTarget.value })}
          />
          <p id="couleur-aide" className={error === undefined ? 'quiet' : 'field-error'}>
            {error ?? words.colorHint}
          </p>
          {isRefused && (
            <Button variant="default" onClick={() => change({ accent: nearest })}>
              {words.useNearest(nearest)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

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
      <div className="panel section">
        <NativeSelect label={words.theme} data={options(words.themes)} value={edit.theme} error={fields['theme']} onChange={(event) => change({ theme: event.currentTarget.value })} />
        <ColorField edit={edit} error={fields['accent']} change={change} />
      </div>
      <fieldset className="panel section">
        <legend>{words.firstSight}</legend>
        <MediaPicker label={words.logo} description={words.logoHint} kind="image" value={edit.logo_id} error={fields['logo_id']} onChange={(logo_id) => change({ logo_id })} />
        <MediaPicker label={words.hero} description={words.heroHint} kind="image" value={edit.hero_id} error={fields['hero_id']} onChange={(hero_id) => change({ hero_id })} />
        <TextInput label={words.welcome} description={words.welcomeHint} maxLength={200} value={edit.welcome} error={fields['welcome']} onChange={(event) => change({ welcome: event.currentTarget.value })} />
      </fieldset>
      <div className="panel section">
        <TextInput label={words.credits} description={words.creditsHint} maxLength={300} value={edit.photo_credits} error={fields['photo_credits']} onChange={(event) => change({ photo_credits: event.currentTarget.value })} />
        <NativeSelect label={words.licence} data={[{ value: '', label: words.noLicence }, ...options(words.licences)]} value={edit.licence} error={fields['licence']} onChange={(event) => change({ licence: event.currentTarget.value })} />
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
