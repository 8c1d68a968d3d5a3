// One record of a directory: made, changed, taken away.
import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import {
  useBinEntry, useCreateEntry, useDirectoryEntry, useDirectoryKinds, useSaveEntry, type DirectoryEntry, type DirectoryKind, type DirectoryKindInfo,
} from '../api/directory';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Confirm } from '../components/Confirm';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/directory.css';
import '../styles/town_hall.css';
import { editOf, newEdit, textOf, type Edit } from './directory/edit';
import { EntryForm } from './directory/EntryForm';
import { useKind } from './directory/kinds';
import NotFoundPage from './NotFoundPage';

const words = fr.directory;

function Back({ kind }: { kind: DirectoryKind }) {
  return (
    <p>
      <Link to={`/annuaire?type=${kind}`}>{words.back}</Link>
    </p>
  );
}

function NewEntry({ info }: { info: DirectoryKindInfo }) {
  const announce = useAnnounce();
  const navigate = useNavigate();
  const create = useCreateEntry(info.kind);
  const save = (edit: Edit) =>
    create.mutate(textOf(edit), {
      onSuccess: () => {
        announce(words.saved);
        void navigate(`/annuaire?type=${info.kind}`);
      },
    });
  return (
    <Page title={words.newTitle} intro={info.title} before={<Back kind={info.kind} />}>
      <EntryForm info={info} isTownHall={false} initial={newEdit} error={create.error} isSaving={create.isPending} onSave={save} onTake={() => {}} />
    </Page>
  );
}

function Remove({ entry, onClose }: { entry: DirectoryEntry; onClose: () => void }) {
  const announce = useAnnounce();
  const navigate = useNavigate();
  const bin = useBinEntry();
  const confirm = () =>
    bin.mutate(entry.id, {
      onSuccess: () => {
        announce(words.removed(entry.name));
        void navigate(`/annuaire?type=${entry.kind}`);
      },
    });
  return (
    <Confirm opened title={words.removeTitle(entry.name)} action={words.remove} tone="red" isBusy={bin.isPending} error={bin.error} onConfirm={confirm} onClose={onClose}>
      <p>{words.removeText}</p>
    </Confirm>
  );
}

function Entry({ loaded, info }: { loaded: DirectoryEntry; info: DirectoryKindInfo }) {
  const announce = useAnnounce();
  const [entry, setEntry] = useState(loaded);
  const [isRemoving, setRemoving] = useState(false);
  const request = useSaveEntry(entry.id);
  const save = (edit: Edit, base: DirectoryEntry | null) =>
    request.mutate(
      { ...textOf(edit), base_version: (base ?? entry).version },
      {
        onSuccess: (saved) => {
          setEntry(saved);
          announce(words.saved);
        },
      },
    );
  const take = (theirs: DirectoryEntry) => {
    request.reset();
    setEntry(theirs);
  };
  return (
    <Page
      title={entry.name}
      before={<Back kind={entry.kind} />}
      intro={
        entry.url !== null && (
          <a href={entry.url} target="_blank" rel="noreferrer">
            {words.see} <IconExternalLink size={16} aria-hidden />
            <span className="sr-only"> {fr.common.newTab}</span>
          </a>
        )
      }
    >
      <EntryForm
        key={entry.version} info={info} isTownHall={entry.is_town_hall} initial={editOf(entry)} error={request.error} isSaving={request.isPending} onSave={save} onTake={take}
      >
        {!entry.is_town_hall && (
          <button type="button" className="plain-button danger" onClick={() => setRemoving(true)}>
            {words.remove}
          </button>
        )}
      </EntryForm>
      {isRemoving && <Remove entry={entry} onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function KnownEntry({ id, kinds }: { id: number; kinds: DirectoryKindInfo[] }) {
  const entry = useDirectoryEntry(id);
  if (entry.isPending) return <Loading />;
  if (entry.isError) return <Failure error={entry.error} onRetry={() => void entry.refetch()} />;
  const info = kinds.find(({ kind }) => kind === entry.data.kind);
  return info === undefined || entry.data.deleted_at !== null ? <NotFoundPage /> : <Entry loaded={entry.data} info={info} />;
}

export default function DirectoryEntryPage() {
  const { id = '' } = useParams();
  const kind = useKind();
  const kinds = useDirectoryKinds();
  if (kinds.isPending) return <Loading />;
  if (kinds.isError) return <Failure error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (/^\d+$/.test(id)) return <KnownEntry key={id} id={Number(id)} kinds={kinds.data.items} />;
  const info = kinds.data.items.find((known) => known.kind === kind);
  return id === 'nouvelle' && info !== undefined ? <NewEntry info={info} /> : <NotFoundPage />;
}
