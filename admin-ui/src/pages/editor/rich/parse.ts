// Markdown to the editor's document, read as the site reads it: CommonMark with tables, strikethrough and bare addresses.
import type { Node, Schema } from '@tiptap/pm/model';
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { MarkdownParser } from 'prosemirror-markdown';

const reader = new MarkdownIt({ html: false, linkify: true });
reader.linkify.set({ fuzzyLink: false });

// A cell of the editor holds paragraphs, one of Markdown only words.
function withCellParagraphs(tokens: Token[]): Token[] {
  const wrap = (token: Token): Token[] => {
    if (/^t[hd]_open$/.test(token.type)) return [token, { ...token, type: 'paragraph_open', tag: 'p', hidden: false } as Token];
    if (/^t[hd]_close$/.test(token.type)) return [{ ...token, type: 'paragraph_close', tag: 'p', hidden: false } as Token, token];
    return [token];
  };
  return tokens.flatMap(wrap);
}

const tokenizer = Object.assign(Object.create(reader) as MarkdownIt, {
  parse: (text: string, env: object) => withCellParagraphs(reader.parse(text, env)),
});

function isTight(tokens: readonly Token[], index: number): boolean {
  const paragraph = tokens.slice(index + 1).find((token) => token.type !== 'list_item_open');
  return paragraph?.hidden ?? false;
}

function altOf(token: Token): string | null {
  const words = (token.children ?? []).map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
  return words === '' ? null : words;
}

export function parserOf(schema: Schema): MarkdownParser {
  return new MarkdownParser(schema, tokenizer, {
    paragraph: { block: 'paragraph' },
    heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
    blockquote: { block: 'blockquote' },
    bullet_list: { block: 'bulletList', getAttrs: (_token, tokens, index) => ({ tight: isTight(tokens, index) }) },
    ordered_list: {
      block: 'orderedList',
      getAttrs: (token, tokens, index) => ({ start: Number(token.attrGet('start') ?? 1), tight: isTight(tokens, index) }),
    },
    list_item: { block: 'listItem' },
    code_block: { block: 'codeBlock', noCloseToken: true },
    fence: { block: 'codeBlock', getAttrs: (token) => ({ language: token.info.trim() || null }), noCloseToken: true },
    hr: { node: 'horizontalRule' },
    hardbreak: { node: 'hardBreak' },
    image: {
      node: 'image',
      getAttrs: (token) => ({ src: token.attrGet('src'), alt: altOf(token), title: token.attrGet('title') }),
    },
    table: { block: 'table' },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: 'tableRow' },
    th: { block: 'tableHeader' },
    td: { block: 'tableCell' },
    em: { mark: 'italic' },
    strong: { mark: 'bold' },
    s: { mark: 'strike' },
    code_inline: { mark: 'code', noCloseToken: true },
    link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href'), title: token.attrGet('title') }) },
  });
}

export function documentOf(schema: Schema, markdown: string): Node {
  const document = parserOf(schema).parse(markdown);
  return document.childCount > 0 ? document : schema.node('doc', null, [schema.node('paragraph')]);
}

// The place among the document's own children of a line of the Markdown, counted from 1.
export function childAtLine(markdown: string, line: number): number {
  const roots = reader.parse(markdown, {}).filter((token) => token.level === 0 && token.map !== null && token.nesting >= 0);
  const found = roots.findIndex((token) => token.map !== null && line - 1 < token.map[1]);
  return found === -1 ? Math.max(0, roots.length - 1) : found;
}

// What a text looks like: two texts that give the same are the same for a reader. Line ends count as spaces.
export function looksOf(markdown: string): string {
  return reader.render(markdown).replace(/\s+/g, ' ');
}
