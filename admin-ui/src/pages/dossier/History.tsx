// Who did what on this case, and when.
import type { Dossier } from '../../api/types';
import { dateTimeText } from '../../components/time';
import { fr } from '../../locales/fr';

export function History({ events }: { events: Dossier['history'] }) {
  return (
    <details className="panel fold">
      <summary>
        <h2>{fr.dossier.history}</h2>
      </summary>
      <ol className="history">
        {events.map((event, index) => (
          <li key={index}>
            <span className="history-head">
              <time dateTime={new Date(event.at * 1000).toISOString()}>{dateTimeText(event.at)}</time>, {event.actor}
            </span>
            <span>{event.text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
