// The settings of a régie, and the way to payments online.
import { useSaveRegie, type Regie } from '../../api/money';
import { useAnnounce } from '../../app/Announcer';
import { fr } from '../../locales/fr';
import { OnlineSteps } from './OnlineSteps';
import { RegieFrame } from './RegieFrame';
import { SettingsForm } from './SettingsForm';

const words = fr.moneySettings;

function Loaded({ regie }: { regie: Regie }) {
  const announce = useAnnounce();
  const save = useSaveRegie(regie.id);
  return (
    <div className="stack-wide">
      <OnlineSteps regie={regie} />
      <SettingsForm regie={regie} error={save.error} isBusy={save.isPending} onSave={(edit) => save.mutate(edit, { onSuccess: () => announce(words.saved) })} />
    </div>
  );
}

export default function RegieSettingsPage() {
  return (
    <RegieFrame title={words.title} intro={words.intro}>
      {(regie) => <Loaded regie={regie} />}
    </RegieFrame>
  );
}
