// A new régie, from its founding act.
import { Link, useNavigate } from 'react-router-dom';
import { useCreateRegie } from '../../api/money';
import { Page } from '../../app/page';
import { fr } from '../../locales/fr';
import '../../styles/money.css';
import { SettingsForm } from './SettingsForm';

export default function NewRegiePage() {
  const navigate = useNavigate();
  const create = useCreateRegie();
  return (
    <Page title={fr.money.newTitle} intro={<p>{fr.moneySettings.intro}</p>} before={<p><Link to="/argent">{fr.money.back}</Link></p>}>
      <SettingsForm regie={null} error={create.error} isBusy={create.isPending} onSave={(edit) => create.mutate(edit, { onSuccess: ({ id }) => navigate(`/argent/${id}/reglages`) })} />
    </Page>
  );
}
