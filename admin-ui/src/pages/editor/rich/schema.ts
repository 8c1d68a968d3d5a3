// What a formatted text may hold: exactly what Markdown keeps, so that nothing is lost on the way to the server.
import { Node, type AnyExtension } from '@tiptap/core';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

// An image inside the text: kept and shown, added through a block of its own.
const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: null }, title: { default: null } }),
  parseHTML: () => [], // what is pasted comes without its images: they live elsewhere
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

const tight = { tight: { default: true, rendered: false } };
// Tab leaves the text: it must never be a trap for who works by keyboard.
const noKeys = () => ({});

const lists = [
  BulletList.extend({ addAttributes() { return { ...this.parent?.(), ...tight }; } }),
  OrderedList.extend({ addAttributes() { return { ...this.parent?.(), ...tight }; } }),
  ListItem.extend({
    addKeyboardShortcuts() {
      return { Enter: () => this.editor.commands.splitListItem(this.name) };
    },
  }),
];

const cells = { content: 'paragraph+' };
const tables = [
  Table.extend({ addKeyboardShortcuts: noKeys }).configure({ resizable: false, allowTableNodeSelection: false }),
  TableRow,
  TableHeader.extend(cells),
  TableCell.extend(cells),
];

export const extensions: AnyExtension[] = [
  StarterKit.configure({
    bulletList: false, orderedList: false, listItem: false, listKeymap: false, underline: false,
    dropcursor: false, gapcursor: false, trailingNode: false,
    link: { openOnClick: false, autolink: true, linkOnPaste: true, HTMLAttributes: { target: null, rel: null } },
  }),
  ...lists,
  ...tables,
  Image,
];
