// The bin: what was deleted in the last 30 days, and the way back.
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useBin, useRestoreContent } from '../api/contents';
import type { ContentSummary } from '../api/types';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { ageText, nowSeconds } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/contents.css';

const keptDays = 30;
const day = 24 * 3600;

export function daysLeft(deletedAt: number, now: number = nowSeconds()): number {
  return Math.max(0, Math.ceil((deletedAt + keptDays * day - now) / day));
}

function Row({ item }: { item: ContentSummary }) {
  const announce = useAnnounce();
  const restore = useRestoreContent();
  const deletedAt = item.deleted_at ?? nowSeconds();
  // The row leaves the list: the focus goes to the heading, not to nowhere.
  const done = () => {
    announce(fr.contents.restored(item.title));
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <li className="content-item">
      <span className="content-words">
        <strong>{item.title}</strong>
        <span className="quiet">
          {fr.editor.names[item.kind]} · {fr.contents.binned(ageText(deletedAt), item.deleted_by)}
        </span>
        <span className="quiet">{fr.contents.daysLeft(daysLeft(deletedAt))}</span>
        <Failure error={restore.error} />
      </span>
      <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate(item.id, { onSuccess: done })}>
        {fr.contents.restore}
        <span className="sr-only">{fr.contents.restoreWhich(item.title)}</span>
      </Button>
    </li>
  );
}

export default function BinPage() {
  const bin = useBin();
  const items = bin.data?.items ?? [];
  const back = (
    <Link className="back-link" to="/contenus">
      <IconArrowLeft size={20} aria-hidden /> {fr.editor.back}
    </Link>
  );
  return (
    <Page title={fr.contents.bin} intro={fr.contents.binIntro} before={back}>
      {bin.isPending && <Loading />}
      <Failure error={bin.error} onRetry={() => void bin.refetch()} />
      {bin.isSuccess && items.length === 0 && <p className="nothing">{fr.contents.binEmpty}</p>}
      <ul className="content-list narrow">
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
    </Page>
  );
}
