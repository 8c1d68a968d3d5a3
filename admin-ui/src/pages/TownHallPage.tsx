// The town hall's own facts: address, hours, who answers for what.
import { Alert } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useCommune } from '../api/town_hall';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/town_hall.css';
import { TownHallForm } from './town_hall/TownHallForm';
import { TownHallTabs } from './town_hall/TownHallTabs';

export default function TownHallPage() {
  const commune = useCommune();
  return (
    <Page title={fr.townHall.title} intro={fr.townHall.intro}>
      <TownHallTabs />
      {commune.isPending && <Loading />}
      <Failure error={commune.error} onRetry={() => void commune.refetch()} />
      {commune.data?.hours_confirmed === false && (
        <Alert color="ochre" variant="light" icon={<IconClock aria-hidden />} title={fr.townHall.toConfirmTitle} role="note">
          {fr.townHall.toConfirm}
        </Alert>
      )}
      {commune.data !== undefined && <TownHallForm key={commune.data.insee} commune={commune.data} />}
    </Page>
  );
}
