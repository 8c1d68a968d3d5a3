// The other systems that one procedure tells of its cases, and how that went.
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { ApiError } from '../api/errors';
import { useRemoveWebhook, useTryWebhook, useWebhooks, type Webhook } from '../api/webhooks';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Confirm } from '../components/Confirm';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { dateText, dateTimeText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/contents.css';
import NotFoundPage from './NotFoundPage';
import { AddWebhook } from './webhooks/AddWebhook';

const words = fr.webhooks;

function Deliveries({ webhook }: { webhook: Webhook }) {
  if (webhook.deliveries.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ul>
      {webhook.deliveries.map((delivery) => (
        <li key={delivery.id}>
          {dateTimeText(delivery.created_at)}, {delivery.subject}&nbsp;: {words.states[delivery.state] ?? delivery.state}
          {delivery.last_error !== '' && <span className="mail-error"> {delivery.last_error}</span>}
        </li>
      ))}
    </ul>
  );
}

function Item({ slug, webhook }: { slug: string; webhook: Webhook }) {
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const attempt = useTryWebhook(slug);
  const remove = useRemoveWebhook(slug);
  const { address } = webhook;
  return (
    <li className="panel stack">
      <h2 className="mail-address">{address}</h2>
      <p>
        {webhook.events.map((event) => words.eventWords[event]).join(' · ')}
        <br />
        <span className="quiet">
          {words.details[webhook.detail]}. {words.by(webhook.created_by, dateText(webhook.created_at))}.
        </span>
      </p>
      <h3>{words.deliveries}</h3>
      <Deliveries webhook={webhook} />
      <Failure error={attempt.error} />
      <div className="notice-actions">
        <Button variant="default" aria-label={words.tryOf(address)} loading={attempt.isPending} onClick={() => attempt.mutate(webhook.id, { onSuccess: () => announce(words.tried) })}>
          {words.try}
        </Button>
        <button type="button" className="plain-button danger" aria-label={words.removeOf(address)} onClick={() => setAsking(true)}>
          {words.remove}
        </button>
      </div>
      <Confirm
        opened={isAsking}
        title={words.removeTitle}
        action={words.remove}
        tone="red"
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(webhook.id, { onSuccess: () => announce(words.removed) })}
        onClose={() => setAsking(false)}
      >
        <p>{words.removeText(address)}</p>
      </Confirm>
    </li>
  );
}

export default function WebhooksPage() {
  const slug = useParams().slug ?? '';
  const webhooks = useWebhooks(slug);
  if (webhooks.error instanceof ApiError && webhooks.error.status === 404) return <NotFoundPage />;
  const back = (
    <Link className="back-link" to="/demarches">
      <IconArrowLeft size={20} aria-hidden /> {words.back}
    </Link>
  );
  return (
    <Page title={words.title} heading={webhooks.data === undefined ? words.title : words.titleOf(webhooks.data.procedure)} intro={words.intro} before={back}>
      {webhooks.isPending && <Loading />}
      <Failure error={webhooks.error} onRetry={() => void webhooks.refetch()} />
      {webhooks.data !== undefined && (
        <div className="stack-wide">
          {webhooks.data.items.length === 0 && <p className="quiet">{words.empty}</p>}
          <ul className="content-list">
            {webhooks.data.items.map((webhook) => (
              <Item key={webhook.id} slug={slug} webhook={webhook} />
            ))}
          </ul>
          <AddWebhook slug={slug} />
        </div>
      )}
    </Page>
  );
}
