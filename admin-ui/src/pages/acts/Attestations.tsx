// Attestations of publication: asked for here, made by the server in a few seconds, taken as PDF.
import { Button } from '@mantine/core';
import { madeDocumentPath, useAttestations, useRequestAttestation, useRetryDocument, type MadeDocument } from '../../api/acts';
import { Failure } from '../../components/Failure';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';

const words = fr.acts;

function Item({ actId, item }: { actId: number; item: MadeDocument }) {
  const retry = useRetryDocument(actId);
  const asked = dateTimeText(item.created_at);
  if (item.state === 'made') return <a href={madeDocumentPath(item.id)}>{words.downloadAttestation(asked)}</a>;
  if (item.state === 'queued') {
    return (
      <span role="status">
        {words.attestationOf(asked)}, {words.queued}
      </span>
    );
  }
  return (
    <>
      {words.attestationOf(asked)}&nbsp;: {item.reason}{' '}
      <button type="button" className="plain-button" disabled={retry.isPending} onClick={() => retry.mutate(item.id)}>
        {words.again} <span className="sr-only">{words.attestationOf(asked)}</span>
      </button>
      <Failure error={retry.error} />
    </>
  );
}

export function Attestations({ id }: { id: number }) {
  const attestations = useAttestations(id);
  const request = useRequestAttestation(id);
  const items = attestations.data?.items ?? [];
  return (
    <>
      <Failure error={attestations.error ?? request.error} />
      {items.length > 0 && (
        <ul aria-label={words.attestations}>
          {items.map((item) => (
            <li key={item.id}>
              <Item actId={id} item={item} />
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" loading={request.isPending} onClick={() => request.mutate(undefined)}>
        {words.attestation}
      </Button>
    </>
  );
}
