// What did not leave or could not be made (mails, callbacks, documents, file checks): why, and a button to try again.
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useOutbox, useRetry } from '../api/town_hall';
import type { OutboxItem } from '../api/types';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Badge } from '../components/StateBadge';
import { delayText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/contents.css';

function Item({ item }: { item: OutboxItem }) {
  const announce = useAnnounce();
  const retry = useRetry();
  const hasFailed = item.state === 'failed';
  return (
    <li className="mail">
      <div className="content-words">
        <h2>{item.subject}</h2>
        <p>
          {fr.outbox.kind[item.kind]} <span className="mail-address">{item.recipient}</span>
          {item.path !== null && (
            <>
              {' · '}
              <Link to={item.path}>{item.kind === 'document' && item.path.startsWith('/actes') ? fr.outbox.act : fr.outbox.dossier}</Link>
            </>
          )}
        </p>
        {item.last_error !== '' && <p className="mail-error">{item.last_error}</p>}
        <p className="quiet">
          {fr.outbox.attempts(item.attempts)}
          {item.next_attempt_at !== null && ` · ${fr.outbox.next(delayText(item.next_attempt_at))}`}
        </p>
        <Failure error={retry.error} />
      </div>
      <Badge tone={hasFailed ? 'bad' : 'calm'}>{hasFailed ? fr.outbox.failed : item.kind === 'scan' ? fr.outbox.held : fr.outbox.pending}</Badge>
      <Button
        variant="default"
        leftSection={<IconRefresh size={20} aria-hidden />}
        loading={retry.isPending}
        aria-label={fr.outbox.retryTo(item.subject, item.recipient)}
        onClick={() => retry.mutate(item, { onSuccess: () => announce(fr.outbox.retried) })}
      >
        {fr.outbox.retry}
      </Button>
    </li>
  );
}

export default function OutboxPage() {
  const outbox = useOutbox();
  const items = outbox.data?.items ?? [];
  return (
    <Page title={fr.outbox.title} intro={fr.outbox.intro}>
      {outbox.isPending && <Loading />}
      <Failure error={outbox.error} onRetry={() => void outbox.refetch()} />
      {outbox.isSuccess && items.length === 0 && (
        <Empty title={fr.outbox.empty}>
          <p>{fr.outbox.emptyText}</p>
        </Empty>
      )}
      <ul className="content-list">
        {items.map((item) => (
          <Item key={`${item.kind}-${item.id}`} item={item} />
        ))}
      </ul>
    </Page>
  );
}
