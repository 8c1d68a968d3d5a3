// The alerts that residents see now, each taken away by one button.
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useContents, useDeleteContent } from '../../api/contents';
import type { ContentSummary } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Failure } from '../../components/Failure';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';

function Row({ alert }: { alert: ContentSummary }) {
  const announce = useAnnounce();
  const take = useDeleteContent(alert.id);
  const { ends } = alert.details;
  return (
    <li className="content-item">
      <span className="content-words">
        <Link to={`/contenus/${alert.id}`}>
          <strong>{alert.title}</strong>
        </Link>
        <span className="quiet">{typeof ends === 'number' ? fr.alert.runningEnd(dateTimeText(ends)) : fr.alert.runningOpen}</span>
        <Failure error={take.error} />
      </span>
      {alert.url !== null && (
        <a className="see-online" href={alert.url} target="_blank" rel="noreferrer">
          {fr.alert.see} <IconExternalLink size={18} aria-hidden />
          <span className="sr-only">{fr.common.newTab}</span>
        </a>
      )}
      <button type="button" className="plain-button" disabled={take.isPending} onClick={() => take.mutate(undefined, { onSuccess: () => announce(fr.alert.taken) })}>
        {fr.alert.take}
        <span className="sr-only">{fr.alert.takeWhich(alert.title)}</span>
      </button>
    </li>
  );
}

export function Running({ except }: { except: number | null }) {
  const contents = useContents();
  const running = (contents.data?.items ?? []).filter(({ kind, state, id }) => kind === 'alert' && (state === 'published' || state === 'modified') && id !== except);
  if (running.length === 0) return null;
  return (
    <section className="narrow" aria-labelledby="en-cours">
      <div className="kind-head">
        <h2 id="en-cours">{fr.alert.running}</h2>
      </div>
      <ul className="content-list">
        {running.map((alert) => (
          <Row key={alert.id} alert={alert} />
        ))}
      </ul>
    </section>
  );
}
