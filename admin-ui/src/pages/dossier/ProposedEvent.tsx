// Turns the proposal of an event into a draft of the agenda, and opens it.
import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { useCreateEvent } from '../../api/dossiers';
import type { Dossier } from '../../api/types';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';

const proposalSlug = 'proposer-un-evenement';

export function ProposedEvent({ dossier }: { dossier: Dossier }) {
  const navigate = useNavigate();
  const create = useCreateEvent(dossier.id);
  if (dossier.procedure.slug !== proposalSlug) return null;
  const open = () => create.mutate(undefined, { onSuccess: (event) => void navigate(`/contenus/${event.content_id}`) });
  return (
    <div>
      <Failure error={create.error} onRetry={open} />
      <Button fullWidth color="ink" loading={create.isPending} onClick={open}>
        {fr.dossier.createEvent}
      </Button>
      <p>{fr.dossier.createEventHint}</p>
    </div>
  );
}
