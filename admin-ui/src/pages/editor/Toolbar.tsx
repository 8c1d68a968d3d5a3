// The few things a village page needs, for a text that is written with its Markdown signs: bold, heading, list, link.
import { IconBold, IconHeading, IconLink, IconList } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { fr } from '../../locales/fr';
import { LinkDialog } from './LinkDialog';
import { insertLink, replacementBetween, toggleBold, toggleHeading, toggleList, type Selected } from './markdown_edits';

interface ToolbarProps {
  area: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
}

export function selectionOf(area: HTMLTextAreaElement): Selected {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd };
}

// execCommand is deprecated but is the only way to keep the browser's own undo.
export function applyEdit(area: HTMLTextAreaElement, edited: Selected, onChange: (text: string) => void): void {
  const { from, to, text } = replacementBetween(area.value, edited.text);
  area.focus();
  area.setSelectionRange(from, to);
  const command = text === '' ? 'delete' : 'insertText';
  if (!document.execCommand?.(command, false, text)) onChange(edited.text);
  requestAnimationFrame(() => area.setSelectionRange(edited.start, edited.end));
}

export function Toolbar({ area, onChange }: ToolbarProps) {
  const [linking, setLinking] = useState<Selected | null>(null);
  const edit = (change: (selected: Selected) => Selected) => () => {
    if (area.current !== null) applyEdit(area.current, change(selectionOf(area.current)), onChange);
  };
  const addLink = (words: string, address: string) => {
    setLinking(null);
    if (linking === null || area.current === null) return;
    const target = area.current;
    const edited = insertLink({ ...linking, text: target.value }, words, address);
    setTimeout(() => applyEdit(target, edited, onChange)); // once the dialog has let go of the focus
  };
  const tools = [
    { label: fr.editor.bold, Icon: IconBold, run: edit(toggleBold) },
    { label: fr.editor.heading, Icon: IconHeading, run: edit(toggleHeading) },
    { label: fr.editor.list, Icon: IconList, run: edit(toggleList) },
    { label: fr.editor.link, Icon: IconLink, run: () => area.current && setLinking(selectionOf(area.current)) },
  ];
  return (
    <div className="toolbar" role="group" aria-label={fr.editor.toolbar}>
      {tools.map(({ label, Icon, run }) => (
        <button key={label} type="button" className="tool" onClick={run}>
          <Icon size={20} aria-hidden /> <span>{label}</span>
        </button>
      ))}
      {linking !== null && (
        <LinkDialog words={linking.text.slice(linking.start, linking.end)} onAdd={addLink} onClose={() => setLinking(null)} />
      )}
    </div>
  );
}
