// What the public site says: alerts, news, events and pages, with their state.
import { Button, TextInput } from '@mantine/core';
import { IconListTree, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useContents } from '../api/contents';
import { useSession } from '../api/session';
import { useSections } from '../api/site';
import type { ContentKind, ContentState, ContentSummary } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { ContentBadge } from '../components/StateBadge';
import { ageText, dateText, dateTimeText } from '../components/time';
import { fr, numberText } from '../locales/fr';
import '../styles/contents.css';

// A page as it was put online tells no age: "modifiée" would name a change that nobody made.
function changeText({ state, updated_at, published_at, scheduled_at, expires_at }: ContentSummary): string {
  if (state === 'scheduled' && scheduled_at !== null) return fr.contents.plannedFor(dateTimeText(scheduled_at));
  if (state === 'expired' && expires_at !== null) return fr.contents.goneSince(dateText(expires_at));
  const isAsPublished = state === 'published' && updated_at === published_at;
  return isAsPublished ? fr.contents.neverUpdated : fr.contents.updated(ageText(updated_at));
}

function Item({ item }: { item: ContentSummary }) {
  const section = useSections().data?.items.find(({ slug }) => slug === item.section)?.title;
  return (
    <li>
      <Link className="content-item" to={`/contenus/${item.id}`}>
        <span className="content-words">
          <strong>{item.title}</strong>
          <span className="quiet">
            {item.kind === 'page' && section !== undefined && `${section} · `}
            {changeText(item)}
          </span>
        </span>
        <ContentBadge state={item.state} />
      </Link>
    </li>
  );
}

const kinds: ContentKind[] = ['alert', 'news', 'event', 'page'];

interface KindProps {
  kind: ContentKind;
  items: ContentSummary[];
  isFiltered: boolean;
}

function Kind({ kind, items, isFiltered }: KindProps) {
  const { title, action, empty } = fr.contents.kinds[kind];
  return (
    <section aria-labelledby={kind}>
      <div className="kind-head">
        <h2 id={kind}>{title}</h2>
        <Button
          component={Link}
          to={kind === 'alert' ? '/alerte' : `/contenus/nouveau?type=${kind}`}
          variant={kind === 'news' ? 'filled' : 'default'}
          leftSection={<IconPlus size={20} aria-hidden />}
        >
          {action}
        </Button>
      </div>
      {items.length === 0 && <p className="nothing">{isFiltered ? fr.contents.nothingFound : empty}</p>}
      <ul className="content-list">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Filter {
  words: string;
  state: ContentState | 'all';
}

// Every word of the search is in the title; case and accents do not count.
function fits(item: ContentSummary, { words, state }: Filter): boolean {
  const title = fold(item.title);
  const isFound = fold(words).split(/\s+/).every((word) => title.includes(word));
  return isFound && (state === 'all' || item.state === state);
}

interface FilterBarProps {
  filter: Filter;
  items: ContentSummary[];
  onChange: (filter: Filter) => void;
}

function FilterBar({ filter, items, onChange }: FilterBarProps) {
  const states = [...new Set(items.map((item) => item.state))];
  const tabs = [
    { key: 'all' as const, label: fr.contents.all, count: items.length },
    ...states.map((state) => ({ key: state, label: fr.contents.state[state], count: items.filter((item) => item.state === state).length })),
  ];
  return (
    <div className="stack content-filter">
      <TextInput
        type="search"
        label={fr.contents.searchLabel}
        value={filter.words}
        leftSection={<IconSearch size={20} aria-hidden />}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      <div className="tabs" role="group" aria-label={fr.contents.stateLabel}>
        {tabs.map(({ key, label, count }) => (
          <button key={key} type="button" className="tab" aria-pressed={filter.state === key} onClick={() => onChange({ ...filter, state: key })}>
            {label} <span className="tab-count">{numberText(count)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

export default function ContentsPage() {
  const contents = useContents();
  const [filter, setFilter] = useState<Filter>({ words: '', state: 'all' });
  const all = contents.data?.items ?? [];
  const hasSite = useSession().data?.commune.kind === 'commune'; // the space of an intercommunality has none
  const items = all.filter((item) => fits(item, filter));
  const isFiltered = filter.words.trim() !== '' || filter.state !== 'all';
  return (
    <Page title={fr.contents.title} intro={fr.contents.intro}>
      {contents.isPending && <Loading />}
      <Failure error={contents.error} onRetry={() => void contents.refetch()} />
      {contents.isSuccess && (
        <div className="stack-wide">
          <FilterBar filter={filter} items={all} onChange={setFilter} />
          <p className="sr-only" role="status">
            {isFiltered && fr.contents.found(items.length)}
          </p>
          {kinds.map((kind) => (
            <Kind key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} isFiltered={isFiltered} />
          ))}
          <p className="notice-actions">
            {hasSite && (
              <Link className="see-online" to="/menu">
                <IconListTree size={20} aria-hidden /> {fr.contents.menu}
              </Link>
            )}
            <Link className="see-online" to="/contenus/corbeille">
              <IconTrash size={20} aria-hidden /> {fr.contents.bin}
            </Link>
          </p>
        </div>
      )}
    </Page>
  );
}
