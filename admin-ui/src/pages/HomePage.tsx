// First screen: what waits for somebody, and the usual things to do.
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useContents } from '../api/contents';
import { useInboxSummary } from '../api/dossiers';
import { useSession } from '../api/session';
import { useOutbox } from '../api/town_hall';
import { useOverview } from '../api/town_hall_pages';
import type { Overview } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { dateTimeText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/home.css';

interface Task {
  key: string;
  to: string;
  title: string;
  text: string;
}

function setupTasks(overview: Overview | undefined): Task[] {
  return (overview?.checks ?? []).filter((check) => !check.done).map(({ key, path, title, text }) => ({ key, to: path, title, text }));
}

function useTasks() {
  const inbox = useInboxSummary();
  const outbox = useOutbox();
  const overview = useOverview();
  const contents = useContents();
  const all = [inbox, outbox, overview, contents];

  const { unread = 0, late = 0, soon = 0 } = inbox.data?.waiting ?? {};
  const failed = outbox.data?.items.filter((item) => item.state === 'failed').length ?? 0;
  const modified = contents.data?.items.filter((item) => item.state === 'modified').length ?? 0;
  const candidates: (Task | false)[] = [
    late > 0 && { key: 'late', to: '/demandes?urgent=late', title: fr.urgency.late(late), text: fr.urgency.lateText },
    soon > 0 && { key: 'soon', to: '/demandes?urgent=soon', title: fr.urgency.soon(soon), text: fr.urgency.soonText },
    unread > 0 && { key: 'unread', to: '/demandes', title: fr.home.unread(unread), text: fr.home.unreadText(unread) },
    failed > 0 && { key: 'failed', to: '/envois', title: fr.home.failed(failed), text: fr.home.failedText },
    modified > 0 && { key: 'modified', to: '/contenus', title: fr.home.modified(modified), text: fr.home.modifiedText },
  ];
  return {
    tasks: [...candidates.filter((task) => task !== false), ...setupTasks(overview.data)],
    stale: overview.data?.stale ?? [],
    recent: overview.data?.recent ?? [],
    isPending: all.some((query) => query.isPending),
    failure: all.find((query) => query.isError),
    openCount: (inbox.data?.counts.submitted ?? 0) + (inbox.data?.counts.in_progress ?? 0),
  };
}

function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <section aria-labelledby="reste">
      <h2 id="reste">{fr.home.remaining(tasks.length)}</h2>
      <ul className="tasks">
        {tasks.map((task) => (
          <li key={task.key}>
            <Link className="task" to={task.to}>
              <span className="task-words">
                <strong>{task.title}</strong>
                <span>{task.text}</span>
              </span>
              <IconChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AllDone() {
  return (
    <section className="all-done">
      <IconCircleCheck size={44} stroke={1.4} aria-hidden />
      <div>
        <h2>{fr.home.nothing}</h2>
        <p>{fr.home.nothingText}</p>
      </div>
    </section>
  );
}

function StaleList({ stale }: { stale: Overview['stale'] }) {
  return (
    <section aria-labelledby="relire">
      <h2 id="relire">{fr.home.stale}</h2>
      <ul className="tasks">
        {stale.map((item) => (
          <li key={item.path + item.key}>
            <Link className="task" to={item.path}>
              <span className="task-words">{item.title}</span>
              <IconChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recent({ recent }: { recent: Overview['recent'] }) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{fr.home.recent}</h2>
      <ul className="recent">
        {recent.map((deed, index) => (
          <li key={index}>
            {deed.text} <span className="quiet">{fr.home.by(deed.actor, dateTimeText(deed.at))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shortcuts({ openCount }: { openCount: number }) {
  const links = [
    { to: '/alerte', title: fr.home.alert, text: fr.home.alertText },
    { to: '/contenus/nouveau?type=news', title: fr.home.writeNews, text: fr.home.writeNewsText },
    { to: '/demandes', title: fr.home.seeDossiers, text: fr.home.seeDossiersText(openCount) },
    { to: '/contenus', title: fr.home.editPages, text: fr.home.editPagesText },
    { to: '/mairie', title: fr.home.editTownHall, text: fr.home.editTownHallText },
  ];
  return (
    <section aria-labelledby="raccourcis">
      <h2 id="raccourcis">{fr.home.shortcuts}</h2>
      <ul className="shortcuts">
        {links.map((link) => (
          <li key={link.to}>
            <Link className="shortcut" to={link.to}>
              <strong>{link.title}</strong>
              <span>{link.text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function HomePage() {
  const session = useSession().data;
  const { tasks, stale, recent, isPending, failure, openCount } = useTasks();
  const first = session?.agent.name.split(' ')[0] ?? '';
  const isCalm = tasks.length === 0 && failure === undefined;
  return (
    <Page title={fr.home.title} heading={fr.home.hello(first)}>
      <div className="stack-wide">
        {failure !== undefined && <Failure error={failure.error} onRetry={() => void failure.refetch()} />}
        {isPending ? <Loading /> : <>{isCalm && <AllDone />}{tasks.length > 0 && <TaskList tasks={tasks} />}</>}
        {stale.length > 0 && <StaleList stale={stale} />}
        <Shortcuts openCount={openCount} />
        {recent.length > 0 && <Recent recent={recent} />}
      </div>
    </Page>
  );
}
