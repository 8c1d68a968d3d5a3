// All acts with their state, and what the law wants online by now.
import { Alert, Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useActs, type Act, type ActList, type ActState } from '../api/acts';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Badge } from '../components/StateBadge';
import { dateText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/acts.css';
import '../styles/contents.css';
import { dayText } from './acts/edit';

const words = fr.acts;
const tones: Record<ActState, 'calm' | 'good'> = { draft: 'calm', published: 'good', withdrawn: 'calm' };

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function Deadlines({ deadlines }: { deadlines: ActList['deadlines'] }) {
  if (deadlines.length === 0) return null;
  return (
    <Alert color="ochre" variant="light" role="note" title={words.deadlines}>
      <ul>
        {deadlines.map(({ kind, meeting_on, deadline, is_late }) => (
          <li key={`${kind} ${meeting_on}`}>
            {words.deadline[kind]?.(dayText(meeting_on))}, {is_late ? words.late(dayText(deadline)) : words.before(dayText(deadline))}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function whenText(act: Act): string {
  if (act.state === 'published' && act.published_at !== null) {
    return `${words.postedOn(dateText(act.published_at))}. ${act.may_withdraw ? '' : words.keptUntil(dayText(act.withdrawable_on))}`;
  }
  return act.withdrawn_at === null ? '' : words.withdrawnOn(dateText(act.withdrawn_at), act.withdrawn_reason);
}

function Item({ act }: { act: Act }) {
  return (
    <li>
      <Link className="content-item" to={`/actes/${act.id}`}>
        <span className="content-words">
          <strong>{act.name}</strong>
          <span>{act.object}</span>
          <span className="quiet">{act.replaced_by === null ? whenText(act) : words.replaced}</span>
        </span>
        <Badge tone={tones[act.state]}>{words.state[act.state]}</Badge>
      </Link>
    </li>
  );
}

function List({ list }: { list: ActList }) {
  const [search, setSearch] = useState('');
  const shown = list.items.filter((act) => fold(`${act.name} ${act.object}`).includes(fold(search.trim())));
  return (
    <div className="stack-wide">
      <Deadlines deadlines={list.deadlines} />
      {list.items.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneText}</p>
        </Empty>
      ) : (
        <>
          <TextInput label={words.search} type="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
          <ul className="content-list">
            {shown.map((act) => (
              <Item key={act.id} act={act} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export default function ActsPage() {
  const acts = useActs();
  return (
    <Page title={words.title} intro={<p>{words.intro}</p>}>
      <div className="notice-actions act-tools">
        <Button component={Link} to="/actes/nouveau" leftSection={<IconPlus size={20} aria-hidden />}>
          {words.create}
        </Button>
        <Button component={Link} to="/actes/reglages" variant="default">
          {words.settings}
        </Button>
      </div>
      {acts.isPending && <Loading />}
      <Failure error={acts.error} onRetry={() => void acts.refetch()} />
      {acts.data !== undefined && <List list={acts.data} />}
    </Page>
  );
}
