// What the toolbar does to the text: pure functions on a text and its selection.
export interface Selected {
  text: string;
  start: number;
  end: number;
}

export interface Replacement {
  from: number;
  to: number;
  text: string;
}

// The smallest replacement that leads from one text to the other: undoing it selects no more than that.
export function replacementBetween(before: string, after: string): Replacement {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from: head, to: before.length - tail, text: after.slice(head, after.length - tail) };
}

function lineBounds({ text, start, end }: Selected): [number, number] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return [from, to === -1 ? text.length : to];
}

export function toggleBold({ text, start, end }: Selected): Selected {
  const inside = text.slice(start, end);
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**') {
    return { text: text.slice(0, start - 2) + inside + text.slice(end + 2), start: start - 2, end: end - 2 };
  }
  return { text: `${text.slice(0, start)}**${inside}**${text.slice(end)}`, start: start + 2, end: end + 2 };
}

function toggleLines(selected: Selected, prefix: string, without: RegExp): Selected {
  const [from, to] = lineBounds(selected);
  const lines = selected.text.slice(from, to).split('\n');
  const isOn = lines.every((line) => line.startsWith(prefix));
  const changed = lines.map((line) => (isOn ? line.slice(prefix.length) : prefix + line.replace(without, ''))).join('\n');
  const text = selected.text.slice(0, from) + changed + selected.text.slice(to);
  return { text, start: from + changed.length, end: from + changed.length };
}

// The page's title is the only first-level heading: parts are second level.
export function toggleHeading(selected: Selected): Selected {
  return toggleLines(selected, '## ', /^#{1,6} /);
}

export function toggleList(selected: Selected): Selected {
  return toggleLines(selected, '- ', /^[-*] /);
}

export function isLinkAddress(address: string): boolean {
  return /^(https?:\/\/\S+\.\S+|\/\S*|mailto:\S+@\S+|tel:[+\d]+)$/.test(address);
}

export function insertLink({ text, start, end }: Selected, words: string, address: string): Selected {
  const safe = address.replace(/\(/g, '%28').replace(/\)/g, '%29');
  const link = `[${words.replace(/[[\]]/g, '\\$&')}](${safe})`;
  return { text: text.slice(0, start) + link + text.slice(end), start: start + link.length, end: start + link.length };
}
