// A week of opening hours, day by day.
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { OpeningDay, OpeningInterval } from '../../api/types';
import { fr } from '../../locales/fr';
import { addInterval, changeInterval, copyPrevious, maxIntervals, removeInterval } from './week';

const words = fr.townHall;

interface DayProps {
  day: OpeningDay;
  canCopy: boolean;
  week: OpeningDay[];
  onChange: (week: OpeningDay[]) => void;
}

interface IntervalProps extends DayProps {
  interval: OpeningInterval;
  index: number;
}

function Interval({ day, interval, index, week, onChange }: IntervalProps) {
  const name = words.days[day.day - 1] ?? '';
  const change = (edge: 'from' | 'to') => (event: { currentTarget: { value: string } }) =>
    onChange(changeInterval(week, day.day, index, { [edge]: event.currentTarget.value }));
  const remove = () => onChange(removeInterval(week, day.day, index));
  return (
    <div className="interval">
      <input type="time" className="time" required aria-label={words.from(name)} value={interval.from} onChange={change('from')} />
      <span aria-hidden>{words.until}</span>
      <input type="time" className="time" required aria-label={words.to(name)} value={interval.to} onChange={change('to')} />
      <button type="button" className="icon-button" aria-label={words.removeInterval(name, interval.from)} onClick={remove}>
        <IconTrash size={20} aria-hidden />
      </button>
    </div>
  );
}

function Day(props: DayProps) {
  const { day, canCopy, week, onChange } = props;
  const name = words.days[day.day - 1] ?? '';
  return (
    <div className="day" role="group" aria-label={name}>
      <span className="day-name">{name}</span>
      <div className="day-intervals">
        {day.intervals.length === 0 && <span className="quiet day-closed">{words.closed}</span>}
        {day.intervals.map((interval, index) => (
          <Interval key={index} {...props} interval={interval} index={index} />
        ))}
      </div>
      <div className="day-tools">
        {day.intervals.length < maxIntervals && (
          <button type="button" className="small-button" aria-label={words.addIntervalOn(name)} onClick={() => onChange(addInterval(week, day.day))}>
            <IconPlus size={18} aria-hidden /> {words.addInterval}
          </button>
        )}
        {canCopy && (
          <button type="button" className="small-button" aria-label={words.copyPreviousOn(name)} onClick={() => onChange(copyPrevious(week, day.day))}>
            {words.copyPrevious}
          </button>
        )}
      </div>
    </div>
  );
}

interface HoursFieldProps {
  week: OpeningDay[];
  error: string | undefined;
  onChange: (week: OpeningDay[]) => void;
}

export function HoursField({ week, error, onChange }: HoursFieldProps) {
  return (
    <div className="hours">
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {week.map((day, index) => {
        const canCopy = index > 0 && day.intervals.length === 0 && (week[index - 1]?.intervals.length ?? 0) > 0;
        return <Day key={day.day} day={day} week={week} canCopy={canCopy} onChange={onChange} />;
      })}
    </div>
  );
}
