// The editor's document to Markdown that means the same to the site, whatever signs the text holds.
import type { Mark, Node } from '@tiptap/pm/model';
import { defaultMarkdownSerializer, MarkdownSerializer, MarkdownSerializerState } from 'prosemirror-markdown';

type State = MarkdownSerializerState & { esc: (text: string, atLineStart?: boolean) => string; out: string };
type Write = (state: State, node: Node, parent: Node, index: number) => void;

// How many lists of the same kind stand just before: their signs alternate, or they would flow into one.
function listsBefore(parent: Node, index: number): number {
  let count = 0;
  while (index - count - 1 >= 0 && parent.child(index - count - 1).type === parent.child(index).type) count += 1;
  return count;
}

const bulletList: Write = (state, node, parent, index) => {
  const sign = listsBefore(parent, index) % 2 === 0 ? '- ' : '* ';
  state.renderList(node, '  ', () => sign);
};

const orderedList: Write = (state, node, parent, index) => {
  const start = (node.attrs.start as number | null) ?? 1;
  const sign = listsBefore(parent, index) % 2 === 0 ? '.' : ')';
  const widest = `${start + node.childCount - 1}`.length + 2;
  state.renderList(node, ' '.repeat(widest), (item) => `${start + item}${sign} `.padEnd(widest));
};

// A cell is one line: what would end it is written otherwise.
function cellText(state: State, cell: Node): string {
  const before = state.out;
  const parts: string[] = [];
  cell.forEach((paragraph) => {
    state.out = '';
    state.renderInline(paragraph);
    parts.push(state.out);
  });
  state.out = before;
  return parts.join(' ').replace(/\\?\n/g, ' ').replace(/\|/g, '\\|').trim();
}

const table: Write = (state, node) => {
  state.write(''); // ends the block before
  const rows: string[] = [];
  node.forEach((row) => {
    const cells: string[] = [];
    row.forEach((cell) => void cells.push(cellText(state, cell)));
    rows.push(`| ${cells.join(' | ')} |`);
    if (rows.length === 1) rows.push(`|${' --- |'.repeat(row.childCount)}`);
  });
  state.write(rows.join(`\n${(state as unknown as { delim: string }).delim}`));
  state.closeBlock(node);
};

const codeBlock: Write = (state, node) => {
  const longest = Math.max(2, ...(node.textContent.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  state.write(`${fence}${(node.attrs.language as string | null) ?? ''}\n`);
  state.text(node.textContent, false);
  state.write(node.textContent === '' ? fence : `\n${fence}`);
  state.closeBlock(node);
};

const heading: Write = (state, node) => {
  state.write(`${'#'.repeat(node.attrs.level as number)} `);
  state.renderInline(node, false);
  state.closeBlock(node);
};

// An address as one writes it needs no brackets; "www." is found by the site as it stands.
function isBare(mark: Mark, parent: Node, index: number): boolean {
  const text = parent.child(index);
  return mark.attrs.title == null && text.isText && text.text === mark.attrs.href && text.marks.at(-1) === mark && /^https?:\S+$/.test(text.text ?? '');
}

const { nodes: usual, marks: usualMarks } = defaultMarkdownSerializer;

const nodes = {
  paragraph: usual.paragraph, blockquote: usual.blockquote, text: usual.text, image: usual.image,
  hardBreak: usual.hard_break, horizontalRule: usual.horizontal_rule, listItem: usual.list_item,
  heading, bulletList, orderedList, codeBlock, table,
} as unknown as ConstructorParameters<typeof MarkdownSerializer>[0];

const marks = {
  italic: { ...usualMarks.em, open: '*', close: '*' },
  bold: usualMarks.strong,
  strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
  code: usualMarks.code,
  link: {
    open: (_state: State, mark: Mark, parent: Node, index: number) => (isBare(mark, parent, index) ? '<' : '['),
    close: (_state: State, mark: Mark, parent: Node, index: number) => {
      if (isBare(mark, parent, index - 1)) return '>';
      const href = (mark.attrs.href as string).replace(/[<>\s]/g, encodeURIComponent).replace(/[()\\]/g, '\\$&');
      const title = mark.attrs.title == null ? '' : ` "${(mark.attrs.title as string).replace(/"/g, '\\"')}"`;
      return `](${href}${title})`;
    },
    mixable: true,
  },
} as unknown as ConstructorParameters<typeof MarkdownSerializer>[1];

// "&nbsp;" and "<b>" that somebody typed are words, and so is "1) " at the start of a line.
const options = { hardBreakNodeName: 'hardBreak', escapeExtraCharacters: /&(?=#?\w+;)|<(?=[a-zA-Z/!?])|(?<=^\s*\d{1,9})[.)](?=\s|$)|^\+(?=\s|$)/g };

export function markdownOf(document: Node): string {
  return new MarkdownSerializer(nodes, marks, options).serialize(document).replace(/\s+$/, '');
}
