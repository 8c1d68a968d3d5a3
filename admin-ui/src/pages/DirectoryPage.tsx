// The records of one directory: searched, ordered, confirmed; its bin.
import { Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import {
  useConfirmEntry, useDirectory, useDirectoryKinds, useOrderEntries, useRestoreEntry, type DirectoryEntry, type DirectoryKind,
} from '../api/directory';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Badge } from '../components/StateBadge';
import { fr } from '../locales/fr';
import '../styles/contents.css';
import '../styles/directory.css';
import { useKind } from './directory/kinds';

const words = fr.directory;

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function KindTabs({ current, onPick }: { current: DirectoryKind; onPick: (kind: DirectoryKind) => void }) {
  const kinds = useDirectoryKinds();
  return (
    <div className="tabs" role="group" aria-label={words.kinds}>
      {(kinds.data?.items ?? []).map(({ kind, title }) => (
        <button key={kind} type="button" className="tab" aria-pressed={kind === current} onClick={() => onPick(kind)}>
          {title}
        </button>
      ))}
    </div>
  );
}

// The button that was pressed keeps the focus while its record moves; at the end of the list its neighbour takes it.
function useMoves(kind: DirectoryKind, items: DirectoryEntry[]) {
  const announce = useAnnounce();
  const order = useOrderEntries(kind);
  const pressed = useRef<{ id: number; step: number } | null>(null);
  useEffect(() => {
    if (pressed.current === null || order.isPending) return;
    const { id, step } = pressed.current;
    const buttons = [step, -step].map((way) => document.getElementById(`${way < 0 ? 'monter' : 'descendre'}-${id}`) as HTMLButtonElement | null);
    buttons.find((button) => button !== null && !button.disabled)?.focus();
    pressed.current = null;
  }, [items, order.isPending]);
  const move = (index: number, step: -1 | 1) => {
    const ids = items.map((item) => item.id);
    const [id] = ids.splice(index, 1);
    const item = items[index];
    if (id === undefined || item === undefined) return;
    ids.splice(index + step, 0, id);
    order.mutate(ids, {
      onSuccess: () => {
        pressed.current = { id, step };
        announce(words.moved(item.name, index + step + 1));
      },
    });
  };
  return { move, error: order.error, isMoving: order.isPending };
}

interface ItemProps {
  item: DirectoryEntry;
  children?: React.ReactNode;
}

function Item({ item, children }: ItemProps) {
  const what = [item.details['role'] ?? item.category, item.phone].filter(Boolean).join(' · ');
  return (
    <li className="content-item">
      <span className="content-words">
        {item.deleted_at === null ? <Link to={`/annuaire/${item.id}`}>{item.name}</Link> : <strong>{item.name}</strong>}
        <span className="quiet">{what}</span>
      </span>
      {!item.is_visible && <Badge tone="calm">{words.hidden}</Badge>}
      {item.is_stale && item.deleted_at === null && <Badge tone="waiting">{words.stale}</Badge>}
      <span className="entry-tools">{children}</span>
    </li>
  );
}

function LiveItems({ kind, items, isWhole }: { kind: DirectoryKind; items: DirectoryEntry[]; isWhole: boolean }) {
  const announce = useAnnounce();
  const confirm = useConfirmEntry();
  const { move, error, isMoving } = useMoves(kind, items);
  return (
    <>
      <Failure error={error ?? confirm.error} />
      <ul className="content-list">
        {items.map((item, index) => (
          <Item key={item.id} item={item}>
            {item.is_stale && (
              <Button
                variant="default"
                aria-label={words.confirmName(item.name)}
                onClick={() => confirm.mutate(item.id, { onSuccess: () => announce(words.confirmed(item.name)) })}
              >
                {words.confirm}
              </Button>
            )}
            {isWhole && items.length > 1 && (
              <>
                <button type="button" id={`monter-${item.id}`} className="icon-button" aria-label={words.up(item.name)} disabled={index === 0 || isMoving} onClick={() => move(index, -1)}>
                  <IconArrowUp size={20} aria-hidden />
                </button>
                <button type="button" id={`descendre-${item.id}`} className="icon-button" aria-label={words.down(item.name)} disabled={index === items.length - 1 || isMoving} onClick={() => move(index, 1)}>
                  <IconArrowDown size={20} aria-hidden />
                </button>
              </>
            )}
          </Item>
        ))}
      </ul>
    </>
  );
}

function BinItems({ items }: { items: DirectoryEntry[] }) {
  const announce = useAnnounce();
  const restore = useRestoreEntry();
  return (
    <>
      <Failure error={restore.error} />
      <ul className="content-list">
        {items.map((item) => (
          <Item key={item.id} item={item}>
            <Button
              variant="default"
              aria-label={words.restoreName(item.name)}
              onClick={() => restore.mutate(item.id, { onSuccess: () => announce(words.restored(item.name)) })}
            >
              {words.restore}
            </Button>
          </Item>
        ))}
      </ul>
    </>
  );
}

export default function DirectoryPage() {
  const kind = useKind();
  const [parameters, setParameters] = useSearchParams();
  const shelf = parameters.has('corbeille') ? 'bin' : 'live';
  const [search, setSearch] = useState('');
  const directory = useDirectory(kind, shelf);
  const all = directory.data?.items ?? [];
  const items = all.filter((item) => fold(`${item.name} ${item.category} ${item.city}`).includes(fold(search.trim())));
  const isEmpty = directory.isSuccess && items.length === 0;
  return (
    <Page title={words.title} intro={words.intro}>
      <div className="inbox-tools">
        <KindTabs current={kind} onPick={(type) => setParameters({ type }, { replace: true })} />
        <div className="kind-head">
          <TextInput
            className="search" type="search" aria-label={words.search} placeholder={words.search} maxLength={100} value={search}
            leftSection={<IconSearch size={20} aria-hidden />} onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <div className="entry-tools">
            <Button component={Link} to={`/annuaire/nouvelle?type=${kind}`} leftSection={<IconPlus size={20} aria-hidden />}>
              {words.add}
            </Button>
            <Button component={Link} to={`/annuaire/import?type=${kind}`} variant="default">
              {words.importFile}
            </Button>
          </div>
        </div>
      </div>
      <p className="sr-only" role="status">
        {directory.isSuccess && words.found(items.length)}
      </p>
      {directory.isPending && <Loading />}
      <Failure error={directory.error} onRetry={() => void directory.refetch()} />
      {isEmpty && search !== '' && <p className="nothing">{words.emptySearch(search)}</p>}
      {isEmpty && search === '' && shelf === 'bin' && <p className="nothing">{words.emptyBin}</p>}
      {isEmpty && search === '' && shelf === 'live' && (
        <Empty title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </Empty>
      )}
      {shelf === 'live' ? <LiveItems kind={kind} items={items} isWhole={items.length === all.length} /> : <BinItems items={items} />}
      <p className="entry-foot">
        <Link to={shelf === 'live' ? `/annuaire?type=${kind}&corbeille` : `/annuaire?type=${kind}`}>{shelf === 'live' ? words.bin : words.live}</Link>
      </p>
    </Page>
  );
}
