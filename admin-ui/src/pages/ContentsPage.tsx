// What the public site says: news and pages, with their state.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useContents } from '../api/contents';
import type { ContentKind, ContentSummary } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { ContentBadge } from '../components/StateBadge';
import { ageText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/contents.css';

// A page as it was put online tells no age: "modifiée" would name a change that nobody made.
function changeText({ state, updated_at, published_at }: ContentSummary): string {
  const isAsPublished = state === 'published' && updated_at === published_at;
  return isAsPublished ? fr.contents.neverUpdated : fr.contents.updated(ageText(updated_at));
}

function Item({ item }: { item: ContentSummary }) {
  return (
    <li>
      <Link className="content-item" to={`/contenus/${item.id}`}>
        <span className="content-words">
          <strong>{item.title}</strong>
          <span className="quiet">
            {item.kind === 'page' && `${fr.contents.section[item.section]} · `}
            {changeText(item)}
          </span>
        </span>
        <ContentBadge state={item.state} />
      </Link>
    </li>
  );
}

interface KindProps {
  kind: ContentKind;
  title: string;
  action: string;
  empty: string;
  items: ContentSummary[];
}

function Kind({ kind, title, action, empty, items }: KindProps) {
  return (
    <section aria-labelledby={kind}>
      <div className="kind-head">
        <h2 id={kind}>{title}</h2>
        <Button
          component={Link}
          to={`/contenus/nouveau?type=${kind}`}
          variant={kind === 'news' ? 'filled' : 'default'}
          leftSection={<IconPlus size={20} aria-hidden />}
        >
          {action}
        </Button>
      </div>
      {items.length === 0 && <p className="nothing">{empty}</p>}
      <ul className="content-list">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

export default function ContentsPage() {
  const contents = useContents();
  const items = contents.data?.items ?? [];
  const of = (kind: ContentKind) => items.filter((item) => item.kind === kind);
  const { news, pages, newNews, newPage, emptyNews, emptyPages } = fr.contents;
  return (
    <Page title={fr.contents.title} intro={fr.contents.intro}>
      {contents.isPending && <Loading />}
      <Failure error={contents.error} onRetry={() => void contents.refetch()} />
      {contents.isSuccess && (
        <div className="stack-wide">
          <Kind kind="news" title={news} action={newNews} empty={emptyNews} items={of('news')} />
          <Kind kind="page" title={pages} action={newPage} empty={emptyPages} items={of('page')} />
        </div>
      )}
    </Page>
  );
}
