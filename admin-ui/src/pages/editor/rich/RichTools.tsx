// The buttons above a formatted text. Each says whether it is on; those of a table show inside one only.
import type { Editor } from '@tiptap/core';
import {
  IconArrowBackUp, IconArrowForwardUp, IconBold, IconColumnInsertRight, IconColumnRemove, IconH2, IconH3, IconItalic, IconLink, IconList,
  IconListNumbers, IconRowInsertBottom, IconRowRemove, IconTable, IconTableOff, type Icon,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { fr } from '../../../locales/fr';
import { LinkDialog } from '../LinkDialog';

interface Tool {
  label: string;
  Icon: Icon;
  run: () => void;
  isOn?: boolean; // absent: it does something once
  isQuiet?: boolean; // the sign alone is shown; the words are heard
  isOff?: boolean;
}

interface Linking {
  words: string;
  address: string;
}

// The words of the link around the cursor, or those that are selected.
function linkingAt(editor: Editor): Linking {
  if (editor.isActive('link')) editor.commands.extendMarkRange('link');
  const { from, to } = editor.state.selection;
  return { words: editor.state.doc.textBetween(from, to, ' '), address: (editor.getAttributes('link').href as string | undefined) ?? '' };
}

function insertLink(editor: Editor, words: string, address: string): void {
  const { from, to } = editor.state.selection;
  const isSame = editor.state.doc.textBetween(from, to, ' ') === words;
  if (isSame) editor.chain().focus().setLink({ href: address }).setTextSelection(to).unsetMark('link').run();
  else {
    const link = { type: 'text', text: words, marks: [{ type: 'link', attrs: { href: address } }] };
    editor.chain().focus().insertContent(link).unsetMark('link').run();
  }
}

function textTools(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus();
  return [
    { label: fr.editor.bold, Icon: IconBold, isOn: editor.isActive('bold'), run: () => chain().toggleBold().run() },
    { label: fr.rich.italic, Icon: IconItalic, isOn: editor.isActive('italic'), isQuiet: true, run: () => chain().toggleItalic().run() },
    { label: fr.editor.heading, Icon: IconH2, isOn: editor.isActive('heading', { level: 2 }), run: () => chain().toggleHeading({ level: 2 }).run() },
    { label: fr.rich.smallHeading, Icon: IconH3, isOn: editor.isActive('heading', { level: 3 }), isQuiet: true, run: () => chain().toggleHeading({ level: 3 }).run() },
    { label: fr.editor.list, Icon: IconList, isOn: editor.isActive('bulletList'), run: () => chain().toggleBulletList().run() },
    { label: fr.rich.numbers, Icon: IconListNumbers, isOn: editor.isActive('orderedList'), isQuiet: true, run: () => chain().toggleOrderedList().run() },
  ];
}

function tableTools(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus();
  if (!editor.isActive('table')) {
    return [{ label: fr.rich.table, Icon: IconTable, isQuiet: true, run: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run() }];
  }
  return [
    { label: fr.rich.addRow, Icon: IconRowInsertBottom, isQuiet: true, run: () => chain().addRowAfter().run() },
    { label: fr.rich.addColumn, Icon: IconColumnInsertRight, isQuiet: true, run: () => chain().addColumnAfter().run() },
    { label: fr.rich.removeRow, Icon: IconRowRemove, isQuiet: true, run: () => chain().deleteRow().run() },
    { label: fr.rich.removeColumn, Icon: IconColumnRemove, isQuiet: true, run: () => chain().deleteColumn().run() },
    { label: fr.rich.removeTable, Icon: IconTableOff, isQuiet: true, run: () => chain().deleteTable().run() },
  ];
}

function ToolButton({ tool: { label, Icon, run, isOn, isQuiet = false, isOff = false } }: { tool: Tool }) {
  return (
    <button type="button" className="tool" aria-pressed={isOn} disabled={isOff} title={isQuiet ? label : undefined} onClick={run}>
      <Icon size={20} aria-hidden /> <span className={isQuiet ? 'sr-only' : undefined}>{label}</span>
    </button>
  );
}

// The editor changes outside React: each of its steps draws the buttons anew.
function useSteps(editor: Editor): void {
  const [, count] = useState(0);
  useEffect(() => {
    const draw = () => count((steps) => steps + 1);
    editor.on('transaction', draw);
    return () => void editor.off('transaction', draw);
  }, [editor]);
}

export function RichTools({ editor, label }: { editor: Editor; label: string }) {
  const [linking, setLinking] = useState<Linking | null>(null);
  useSteps(editor);
  const add = (words: string, address: string) => {
    setLinking(null);
    setTimeout(() => insertLink(editor, words, address)); // once the dialog has let go of the focus
  };
  const tools: Tool[] = [
    ...textTools(editor),
    { label: fr.editor.link, Icon: IconLink, isOn: editor.isActive('link'), run: () => setLinking(linkingAt(editor)) },
    ...tableTools(editor),
    { label: fr.rich.undo, Icon: IconArrowBackUp, isQuiet: true, isOff: !editor.can().undo(), run: () => editor.chain().focus().undo().run() },
    { label: fr.rich.redo, Icon: IconArrowForwardUp, isQuiet: true, isOff: !editor.can().redo(), run: () => editor.chain().focus().redo().run() },
  ];
  return (
    <div className="toolbar" role="group" aria-label={fr.rich.toolbarOf(label)}>
      {tools.map((tool) => (
        <ToolButton key={tool.label} tool={tool} />
      ))}
      {linking !== null && <LinkDialog {...linking} onAdd={add} onClose={() => setLinking(null)} />}
    </div>
  );
}
