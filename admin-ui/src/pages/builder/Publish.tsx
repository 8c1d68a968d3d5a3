// Publishing says first what changes and whether the tests pass; giving up says what is lost.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { diffProcedureDraft, testProcedureDraft, useDiscardDraft, usePublishDraft } from '../../api/procedure_drafts';
import { useAnnounce } from '../../app/Announcer';
import { Confirm } from '../../components/Confirm';
import { Dialog } from '../../components/Dialog';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { Changes } from './Changes';
import type { BuilderState } from './use_builder';

function PublishBox({ builder, onClose }: { builder: BuilderState; onClose: () => void }) {
  const words = fr.builderPublish;
  const announce = useAnnounce();
  const navigate = useNavigate();
  const { slug, state, current_revision } = builder.server;
  const publish = usePublishDraft(slug);
  // What is compared, tested and published is what the server holds: everything typed is there first.
  const seen = useQuery({
    queryKey: ['procedure-publication', slug, builder.version()],
    queryFn: async () => ({ diff: await diffProcedureDraft(slug), report: await testProcedureDraft(slug) }),
    gcTime: 0,
  });
  const confirm = () => {
    const done = () => {
      announce(words.done);
      onClose();
      navigate('/demarches');
    };
    publish.mutate({ version: builder.version(), revision: current_revision }, { onSuccess: done });
  };
  if (seen.isPending) return <p role="status">{words.testsPlay}</p>;
  if (seen.data === undefined) return <Failure error={seen.error} onRetry={() => void seen.refetch()} />;
  const { diff, report } = seen.data;
  return (
    <div className="stack">
      {state === 'unpublished' ? (
        <p>{words.isNew}</p>
      ) : (
        <>
          <div>
            <h3>{words.whatChanges}</h3>
            <Changes diff={diff} />
          </div>
          <p>{words.open}</p>
        </>
      )}
      {report.failed > 0 && <p className="field-error">{words.testsFail}</p>}
      {report.tests.length === 0 && <p className="nothing">{words.noTest}</p>}
      {report.tests.length > 0 && report.failed === 0 && <p className="tests-good">{fr.builderTests.allPassed}</p>}
      <Failure error={publish.error} />
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {fr.common.cancel}
        </Button>
        <Button loading={publish.isPending} disabled={report.failed > 0} onClick={confirm}>
          {words.confirm}
        </Button>
      </div>
    </div>
  );
}

export function PublishActions({ builder }: { builder: BuilderState }) {
  const words = fr.builderPublish;
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [asked, ask] = useState<'publish' | 'discard' | null>(null);
  const { slug, state, version, problems } = builder.server;
  const discard = useDiscardDraft(slug);
  const isNew = state === 'unpublished';
  const hasChanges = version > 0;
  const open = async (what: 'publish' | 'discard') => {
    if (await builder.flush()) ask(what);
  };
  const confirmDiscard = () => {
    const done = () => {
      announce(words.discarded);
      navigate('/demarches');
    };
    discard.mutate(builder.version(), { onSuccess: done });
  };
  return (
    <div className="editor-actions">
      {hasChanges && (
        <button type="button" className="plain-button danger" onClick={() => void open('discard')}>
          {isNew ? words.discardNew : words.discard}
        </button>
      )}
      <Button disabled={!hasChanges || problems.length > 0} onClick={() => void open('publish')}>
        {hasChanges ? words.publish : words.nothing}
      </Button>
      <Dialog opened={asked === 'publish'} title={words.title(builder.definition.title)} onClose={() => ask(null)}>
        <PublishBox builder={builder} onClose={() => ask(null)} />
      </Dialog>
      <Confirm
        opened={asked === 'discard'}
        tone="red"
        title={isNew ? words.discardNewTitle : words.discardTitle}
        action={isNew ? words.discardNew : words.discard}
        isBusy={discard.isPending}
        error={discard.error}
        onConfirm={confirmDiscard}
        onClose={() => ask(null)}
      >
        <p>{isNew ? words.discardNewText : words.discardText}</p>
      </Confirm>
    </div>
  );
}
