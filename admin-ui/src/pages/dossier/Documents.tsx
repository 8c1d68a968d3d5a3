// Papers made of the case: asked for here, made by the server in a few seconds, taken as PDF.
import { Button } from '@mantine/core';
import { useCaseDocuments, useRequestCaseDocument, useRetryCaseDocument, type CaseDocumentKind, type MadeDocument } from '../../api/cases';
import type { Dossier } from '../../api/types';
import { Failure } from '../../components/Failure';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.caseDocuments;

function Item({ caseId, item }: { caseId: number; item: MadeDocument }) {
  const retry = useRetryCaseDocument(caseId);
  const kind = words.kinds[item.kind] ?? item.file_name;
  const asked = dateTimeText(item.created_at);
  if (item.state === 'made') return <a href={`/api/v1/made-documents/${item.id}/file`}>{words.download(kind, asked)}</a>;
  if (item.state === 'queued') {
    return (
      <span role="status">
        {words.of(kind, asked)}, {words.queued}
      </span>
    );
  }
  return (
    <>
      {words.of(kind, asked)}&nbsp;: {item.reason}{' '}
      <button type="button" className="plain-button" disabled={retry.isPending} onClick={() => retry.mutate(item.id)}>
        {words.again} <span className="sr-only">{words.of(kind, asked)}</span>
      </button>
      <Failure error={retry.error} />
    </>
  );
}

export function Documents({ dossier }: { dossier: Dossier }) {
  const documents = useCaseDocuments(dossier.id);
  const request = useRequestCaseDocument(dossier.id);
  const items = documents.data?.items ?? [];
  const kinds: CaseDocumentKind[] =
    dossier.clocks.decided_by_silence === 'acceptance' ? ['silence_attestation', 'case_proof'] : ['case_proof'];
  return (
    <section className="panel" aria-labelledby="documents">
      <h2 id="documents">{words.title}</h2>
      <p className="quiet">{words.intro}</p>
      <Failure error={documents.error ?? request.error} />
      {items.length > 0 && (
        <ul className="case-documents">
          {items.map((item) => (
            <li key={item.id}>
              <Item caseId={dossier.id} item={item} />
            </li>
          ))}
        </ul>
      )}
      <div className="notice-actions">
        {kinds.map((kind) => (
          <Button key={kind} variant="default" loading={request.isPending} onClick={() => request.mutate(kind)}>
            {words.make[kind]}
          </Button>
        ))}
      </div>
    </section>
  );
}
