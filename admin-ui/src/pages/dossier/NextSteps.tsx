// Moves a case to its next state, after a confirmation that says what the resident will receive.
import { Button, Textarea } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useChangeState } from '../../api/dossiers';
import { ApiError } from '../../api/errors';
import type { Dossier, Transition } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { useDraft } from '../../components/local_draft';
import { dossierStateText } from '../../components/StateBadge';
import { fr } from '../../locales/fr';
import { CorrectionPicker } from './lazy_tools';
import { ProposedEvent } from './ProposedEvent';

interface MoveProps {
  dossier: Dossier;
  transition: Transition;
  onClose: () => void;
}

function Move({ dossier, transition, onClose }: MoveProps) {
  const announce = useAnnounce();
  const [reason, setReason] = useDraft(`reason.${dossier.id}.${transition.to}`);
  const [isMissing, setMissing] = useState(false);
  const [correction, setCorrection] = useState({ fields: [] as string[], before: '' });
  const isAsk = transition.to === 'waiting_for_resident';
  const change = useChangeState(dossier.id);
  const serverField = change.error instanceof ApiError ? change.error.fields.reason : undefined;

  const confirm = () => {
    const isEmpty = transition.requires_reason && reason.trim() === '';
    setMissing(isEmpty);
    if (isEmpty) return;
    const done = (moved: Dossier) => {
      setReason('');
      announce(fr.dossier.changed(dossierStateText(moved.state, moved.state_label)));
      onClose();
    };
    const asked = isAsk ? { fields: correction.fields, ...(correction.before ? { answer_before: correction.before } : {}) } : {};
    change.mutate({ to: transition.to, ...(reason.trim() ? { reason: reason.trim() } : {}), ...asked }, { onSuccess: done });
  };

  return (
    <Confirm
      opened
      title={fr.dossier.confirmTitle(transition.label)}
      action={fr.dossier.confirm}
      tone={transition.to === 'refused' ? 'red' : 'ink'}
      isBusy={change.isPending}
      error={serverField === undefined ? change.error : null}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{fr.dossier.confirmText(dossier.applicant.name, dossierStateText(transition.to, transition.to))}</p>
      {transition.requires_reason && (
        <Textarea
          label={fr.dossier.reason}
          description={fr.dossier.reasonHint}
          required
          withAsterisk={false}
          rows={4}
          maxLength={2000}
          value={reason}
          error={isMissing && reason.trim() === '' ? fr.dossier.reasonRequired : serverField}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {isAsk && (
        <Suspense fallback={null}>
          <CorrectionPicker dossier={dossier} {...correction} onChange={(fields, before) => setCorrection({ fields, before })} />
        </Suspense>
      )}
    </Confirm>
  );
}

export function NextSteps({ dossier }: { dossier: Dossier }) {
  const [chosen, setChosen] = useState<Transition | null>(null);
  return (
    <section className="next" aria-labelledby="suite">
      <h2 id="suite">{fr.dossier.next}</h2>
      <ProposedEvent dossier={dossier} />
      {dossier.transitions.length === 0 && <p>{fr.dossier.noTransition}</p>}
      {dossier.transitions.map((transition, index) => (
        <Button
          key={transition.to}
          fullWidth
          variant={index === 0 ? 'filled' : 'default'}
          color="ink"
          onClick={() => setChosen(transition)}
        >
          {transition.label}
        </Button>
      ))}
      {chosen !== null && <Move dossier={dossier} transition={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
