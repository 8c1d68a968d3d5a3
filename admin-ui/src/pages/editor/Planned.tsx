// A publication that waits for its hour, and the way to give it up.
import { Alert, Button } from '@mantine/core';
import { useUnschedule } from '../../api/contents';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';
import type { EditorState } from './use_editor';

export function Planned({ editor }: { editor: EditorState }) {
  const announce = useAnnounce();
  const giveUp = useUnschedule(editor.server.id);
  const { scheduled_at: at, published_revision: online } = editor.server;
  if (at === null) return null;
  const moment = dateTimeText(at);
  return (
    <Alert color="ochre" variant="light" className="planned">
      <p>{online === null ? fr.planning.planned(moment) : fr.planning.plannedOver(moment)}</p>
      <Failure error={giveUp.error} />
      <Button
        variant="default"
        size="md"
        loading={giveUp.isPending}
        onClick={() =>
          giveUp.mutate(undefined, {
            onSuccess: (content) => {
              editor.accept(content);
              announce(fr.planning.givenUp);
            },
          })
        }
      >
        {fr.planning.giveUp}
      </Button>
    </Alert>
  );
}
