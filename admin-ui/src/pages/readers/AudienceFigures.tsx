// The sum of a period, a bar for each day with its table, and the pages most read.
import { dateText, startOfDay } from '../../components/time';
import { fr, numberText } from '../../locales/fr';
import type { Audience } from '../../api/types';

const height = 120;

// Bars in the width of 100 whatever the number of days; the page stretches them.
function Bars({ days, label }: { days: Audience['days']; label: string }) {
  const highest = Math.max(1, ...days.map((day) => day.views));
  const step = 100 / days.length;
  return (
    <svg className="bars" viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {days.map((day, index) => {
        const size = (day.views / highest) * height;
        return <rect key={day.date} x={index * step + step * 0.1} y={height - size} width={step * 0.8} height={size} />;
      })}
    </svg>
  );
}

function DayTable({ days }: { days: Audience['days'] }) {
  return (
    <details className="fold">
      <summary>{fr.readers.byDay}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{fr.readers.day}</th>
            <th scope="col">{fr.readers.views}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map((day) => (
            <tr key={day.date}>
              <th scope="row">{dateText(startOfDay(day.date) ?? 0)}</th>
              <td>{numberText(day.views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function MostRead({ pages }: { pages: Audience['pages'] }) {
  return (
    <div>
      <h3 id="plus-lues">{fr.readers.most}</h3>
      <table className="figures" aria-labelledby="plus-lues">
        <thead>
          <tr>
            <th scope="col">{fr.readers.page}</th>
            <th scope="col">{fr.readers.views}</th>
          </tr>
        </thead>
        <tbody>
          {pages.slice(0, 20).map((page) => (
            <tr key={page.path}>
              <th scope="row">
                <a href={page.path} target="_blank" rel="noreferrer">
                  {page.path === '/' ? fr.readers.home : (page.title ?? page.path)} <span className="sr-only">{fr.common.newTab}</span>
                </a>
              </th>
              <td>{numberText(page.views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AudienceFigures({ audience, period }: { audience: Audience; period: string }) {
  const total = fr.readers.total(audience.total);
  return (
    <div className="stack">
      <p className="big-figure">
        <strong>{total}</strong> <span className="quiet">{fr.readers.before(audience.total_before)}</span>
      </p>
      <Bars days={audience.days} label={fr.readers.chart(total, period)} />
      <DayTable days={audience.days} />
      {audience.pages.length > 0 && <MostRead pages={audience.pages} />}
    </div>
  );
}
