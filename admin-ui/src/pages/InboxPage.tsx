// The cases that residents sent: by state, searched, newest activity first.
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useAgents, useInbox, type InboxFilter } from '../api/dossiers';
import type { DossierState, DossierSummary } from '../api/types';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { DossierBadge } from '../components/StateBadge';
import { ageText, dateTimeText } from '../components/time';
import { fr, numberText } from '../locales/fr';
import '../styles/inbox.css';
import '../styles/cases.css';
import { Urgency } from './dossier/Clocks';
import { Batch } from './inbox/Batch';
import { Exports } from './inbox/Exports';
import { Views } from './inbox/Views';

const states = Object.keys(fr.state) as DossierState[];
const alwaysShown: DossierState[] = ['submitted', 'in_progress', 'waiting_for_resident'];
const pauseMs = 300;

function isState(word: string | null): word is DossierState {
  return states.some((state) => state === word);
}

// The filter lives in the address, so that "back" finds the list as it was.
function useFilter() {
  const [parameters, setParameters] = useSearchParams();
  const state = parameters.get('etat');
  const q = parameters.get('q') ?? '';
  const urgent = parameters.get('urgent');
  const change = (next: Partial<Record<'etat' | 'q' | 'urgent', string | undefined>>) => {
    const kept = { etat: state ?? '', q, urgent: urgent ?? '', ...next };
    setParameters(Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1]))), { replace: true });
  };
  const filter: InboxFilter = {
    ...(isState(state) ? { state } : {}),
    ...(q ? { q } : {}),
    ...(urgent === 'late' || urgent === 'soon' ? { urgent } : {}),
  };
  const label = parameters.get('etiquette') ?? '';
  if (label) filter.label = label;
  const pick = (text: string) => setParameters(new URLSearchParams(text), { replace: true });
  return { filter, change, address: parameters.toString(), pick, clear: () => pick('') };
}

interface StateTabsProps {
  counts: Record<string, number>;
  current: DossierState | undefined;
  onPick: (state: DossierState | undefined) => void;
}

function StateTabs({ counts, current, onPick }: StateTabsProps) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = states.filter((state) => alwaysShown.includes(state) || (counts[state] ?? 0) > 0 || state === current);
  const tabs = [
    { key: undefined, label: fr.inbox.all, count: total },
    ...shown.map((state) => ({ key: state, label: fr.state[state].tab, count: counts[state] ?? 0 })),
  ];
  return (
    <div className="tabs" role="group" aria-label={fr.inbox.filter}>
      {tabs.map(({ key, label, count }) => (
        <button key={label} type="button" className="tab" aria-pressed={key === current} onClick={() => onPick(key)}>
          {label} <span className="tab-count">{numberText(count)}</span>
        </button>
      ))}
    </div>
  );
}

interface UrgencyTabsProps {
  current: InboxFilter['urgent'] | undefined;
  onPick: (urgent: InboxFilter['urgent'] | undefined) => void;
}

function UrgencyTabs({ current, onPick }: UrgencyTabsProps) {
  const { late, week } = fr.urgency.tabs;
  return (
    <div className="tabs" role="group" aria-label={fr.urgency.filter}>
      {([['late', late], ['soon', week]] as const).map(([key, label]) => (
        <button key={key} type="button" className="tab" aria-pressed={key === current} onClick={() => onPick(key === current ? undefined : key)}>
          {label}
        </button>
      ))}
    </div>
  );
}

function Search({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const [words, setWords] = useState(value);
  useEffect(() => {
    if (words.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(words.trim()), pauseMs);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts a search
  }, [words]);
  useEffect(() => {
    if (value === '') setWords('');
  }, [value]);
  return (
    <TextInput
      className="search"
      type="search"
      aria-label={fr.inbox.search}
      placeholder={fr.inbox.searchHint}
      maxLength={100}
      leftSection={<IconSearch size={20} aria-hidden />}
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
    />
  );
}

interface Picking {
  picked: number[];
  onPick: (id: number, isPicked: boolean) => void;
}

function Row({ item, picked, onPick }: { item: DossierSummary } & Picking) {
  return (
    <tr className={item.unread ? 'unread' : undefined}>
      <td className="cell-pick">
        <label className="pick">
          <span className="sr-only">{fr.batch.select(item.reference)}</span>
          <input type="checkbox" checked={picked.includes(item.id)} onChange={(event) => onPick(item.id, event.currentTarget.checked)} />
        </label>
      </td>
      <td className="cell-name" data-label={fr.inbox.columns.applicant}>
        <Link to={`/demandes/${item.id}`}>{item.applicant_name}</Link>{' '}
        {item.unread && <span className="unread-mark">{fr.inbox.unread}</span>}
      </td>
      <td data-label={fr.inbox.columns.procedure}>
        {item.procedure_title}
        <span className="reference">
          {item.reference}
          {item.assignee !== '' && `, ${item.assignee}`}
        </span>
        {item.labels.map((label) => (
          <span key={label} className="label">
            {label}
          </span>
        ))}
      </td>
      <td data-label={fr.inbox.columns.state}>
        <DossierBadge state={item.state} label={item.state_label} />
      </td>
      <td data-label={fr.clocks.column}>
        <Urgency item={item} />
      </td>
      <td className="cell-age" data-label={fr.inbox.columns.updated}>
        <time dateTime={new Date(item.updated_at * 1000).toISOString()} title={dateTimeText(item.updated_at)}>
          {ageText(item.updated_at)}
        </time>
      </td>
    </tr>
  );
}

function List({ items, ...picking }: { items: DossierSummary[] } & Picking) {
  const { applicant, procedure, state, updated } = fr.inbox.columns;
  return (
    <table className="cases">
      <caption className="sr-only">{fr.inbox.list}</caption>
      <thead>
        <tr>
          <td className="cell-pick" />
          {[applicant, procedure, state, fr.clocks.column, updated].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} {...picking} />
        ))}
      </tbody>
    </table>
  );
}

function Nothing({ filter, onClear }: { filter: InboxFilter; onClear: () => void }) {
  if (filter.q === undefined && filter.state === undefined && filter.urgent === undefined) {
    return (
      <Empty title={fr.inbox.emptyTitle}>
        <p>{fr.inbox.emptyText}</p>
        <Link to="/demarches">{fr.inbox.emptyLink}</Link>
      </Empty>
    );
  }
  return (
    <div className="nothing">
      <p>{filter.q === undefined ? fr.inbox.emptyState : fr.inbox.emptySearch(filter.q)}</p>
      <Button variant="default" onClick={onClear}>
        {fr.inbox.seeAll}
      </Button>
    </div>
  );
}

export default function InboxPage() {
  const { filter, change, address, pick, clear } = useFilter();
  const [picked, setPicked] = useState<number[]>([]);
  const agents = useAgents();
  const inbox = useInbox(filter);
  const pages = inbox.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const counts = pages[0]?.counts ?? {};
  return (
    <Page title={fr.inbox.title} intro={fr.inbox.intro}>
      <p>
        <Link to="/guichet">{fr.counter.open}</Link>
      </p>
      <div className="inbox-tools">
        <StateTabs counts={counts} current={filter.state} onPick={(etat) => change({ etat })} />
        <UrgencyTabs current={filter.urgent} onPick={(urgent) => change({ urgent })} />
        <Search value={filter.q ?? ''} onSearch={(q) => change({ q })} />
      </div>
      <Views filter={address} onPick={pick} />
      {picked.length > 0 && <Batch ids={picked} agents={agents} onClose={() => setPicked([])} />}
      <p className="sr-only" role="status">
        {inbox.isSuccess && fr.inbox.received(items.length)}
      </p>
      {inbox.isPending && <Loading />}
      <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />
      {inbox.isSuccess && (items.length > 0 ? <List
            items={items}
            picked={picked}
            onPick={(id, isPicked) => setPicked(isPicked ? [...picked, id] : picked.filter((other) => other !== id))}
          /> : <Nothing filter={filter} onClear={clear} />)}
      {inbox.hasNextPage && (
        <Button variant="default" loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {fr.common.more}
        </Button>
      )}
      {items.length > 0 && <Exports query={new URLSearchParams(Object.entries(filter)).toString()} />}
    </Page>
  );
}
