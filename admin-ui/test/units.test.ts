// Small rules: the toolbar, the week, French words for time, drafts.
import { describe, expect, it } from 'vitest';
import { insertLink, isLinkAddress, replacementBetween, toggleBold, toggleHeading, toggleList } from '../src/pages/editor/markdown_edits';
import { addInterval, copyPrevious, fullWeek, removeInterval } from '../src/pages/town_hall/week';
import { ageText, clockText, dateText, dayKey, delayText, sizeText, startOfDay } from '../src/components/time';

const at = (text: string, start: number, end = start) => ({ text, start, end });
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('the toolbar', () => {
  it('makes the selection bold, and plain again', () => {
    const bold = toggleBold(at('Un mot ici', 3, 6));
    expect(bold).toEqual(at('Un **mot** ici', 5, 8));
    expect(toggleBold(bold)).toEqual(at('Un mot ici', 3, 6));
  });

  it('turns the line into a second-level heading, whatever level it had', () => {
    expect(toggleHeading(at('a\n# Titre\nb', 5)).text).toBe('a\n## Titre\nb');
    expect(toggleHeading(at('a\n## Titre\nb', 5)).text).toBe('a\nTitre\nb');
  });

  it('turns every selected line into a list item, and back', () => {
    expect(toggleList(at('un\ndeux\ntrois', 1, 5)).text).toBe('- un\n- deux\ntrois');
    expect(toggleList(at('- un\n- deux', 0, 11)).text).toBe('un\ndeux');
  });

  it('touches no more of the text than it changes', () => {
    expect(replacementBetween('Un mot ici', 'Un **mot** ici')).toEqual({ from: 3, to: 6, text: '**mot**' });
    expect(replacementBetween('aaa', 'aa')).toEqual({ from: 2, to: 3, text: '' });
    expect(replacementBetween('a', 'a')).toEqual({ from: 1, to: 1, text: '' });
    expect(replacementBetween('', 'b')).toEqual({ from: 0, to: 0, text: 'b' });
  });

  it('replaces the selection by a link that cannot break out of its syntax', () => {
    expect(insertLink(at('voir ici !', 5, 8), 'le [site]', 'https://a.fr/x(1)').text).toBe('voir [le \\[site\\]](https://a.fr/x%281%29) !');
  });

  it('takes web, site, mail and telephone addresses, and no script', () => {
    for (const good of ['https://exemple.fr', '/demarches', 'mailto:a@b.fr', 'tel:+33243710000']) expect(isLinkAddress(good)).toBe(true);
    for (const bad of ['javascript:alert(1)', 'exemple.fr', '', 'https://a b.fr', 'data:text/html,x']) expect(isLinkAddress(bad)).toBe(false);
  });
});

describe('the week', () => {
  it('always has seven days', () => {
    expect(fullWeek([{ day: 4, intervals: [] }]).map((day) => day.day)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('proposes the morning, then the afternoon', () => {
    const week = addInterval(addInterval(fullWeek([]), 1), 1);
    expect(week[0]?.intervals).toEqual([{ from: '09:00', to: '12:00' }, { from: '14:00', to: '17:00' }]);
    expect(removeInterval(week, 1, 0)[0]?.intervals).toEqual([{ from: '14:00', to: '17:00' }]);
  });

  it('copies the day before', () => {
    expect(copyPrevious(addInterval(fullWeek([]), 1), 2)[1]?.intervals).toEqual([{ from: '09:00', to: '12:00' }]);
  });
});

describe('time in words', () => {
  const now = seconds('2026-11-24T14:00:00+01:00');

  it('says how old something is', () => {
    expect(ageText(now - 20, now)).toBe('à l’instant');
    expect(ageText(now - 5 * 60, now)).toBe('il y a 5 minutes');
    expect(ageText(now - 3 * 3600, now)).toBe('il y a 3 heures');
    expect(ageText(seconds('2026-11-23T23:00:00+01:00'), now)).toBe('hier');
    expect(ageText(seconds('2026-11-20T08:00:00+01:00'), now)).toBe('il y a 4 jours');
    expect(ageText(seconds('2026-10-01T08:00:00+02:00'), now)).toBe('le 1er octobre 2026');
  });

  it('speaks in the time of Paris, summer and winter', () => {
    expect(clockText(seconds('2026-07-01T08:32:00Z'))).toBe('10\u00a0h\u00a032');
    expect(clockText(seconds('2026-12-01T08:05:00Z'))).toBe('9\u00a0h\u00a005');
    expect(dateText(seconds('2026-07-31T22:30:00Z'))).toBe('1er août 2026');
  });

  it('finds the first second of a day in Paris, also when the clocks change', () => {
    for (const key of ['2026-01-15', '2026-07-15', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26']) {
      const start = startOfDay(key) ?? 0;
      expect(dayKey(start)).toBe(key);
      expect(dayKey(start - 1)).not.toBe(key);
    }
    expect(startOfDay('')).toBeNull();
    expect(startOfDay('2026-13-45')).toBeNull();
  });

  it('says how long to wait and how big a file is', () => {
    expect(delayText(now + 10, now)).toBe('dans moins d’une minute');
    expect(delayText(now + 600, now)).toBe('dans 10 minutes');
    expect(sizeText(482_113)).toBe('471\u00a0Ko');
    expect(sizeText(3_500_000)).toBe('3,3\u00a0Mo');
  });
});
