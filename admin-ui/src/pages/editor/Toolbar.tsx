// The few things a village page needs: bold, heading, list, link.
import { Button, TextInput } from '@mantine/core';
import { IconBold, IconHeading, IconLink, IconList } from '@tabler/icons-react';
import { useState, type FormEvent, type RefObject } from 'react';
import { Dialog } from '../../components/Dialog';
import { fr } from '../../locales/fr';
import { insertLink, isLinkAddress, replacementBetween, toggleBold, toggleHeading, toggleList, type Selected } from './markdown_edits';

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

interface LinkDialogProps {
  words: string;
  onAdd: (words: string, address: string) => void;
  onClose: () => void;
}

function LinkDialog({ words: selected, onAdd, onClose }: LinkDialogProps) {
  const [words, setWords] = useState(selected);
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = address.trim();
    setWrong(!isLinkAddress(trimmed));
    if (isLinkAddress(trimmed)) onAdd(words.trim() || trimmed, trimmed);
  };
  return (
    <Dialog opened onClose={onClose} title={fr.editor.linkTitle} returnFocus={false}>
      <form className="stack" onSubmit={submit} noValidate>
        <TextInput label={fr.editor.linkText} value={words} data-autofocus onChange={(event) => setWords(event.currentTarget.value)} />
        <TextInput
          label={fr.editor.linkAddress}
          description={fr.editor.linkAddressHint}
          inputMode="url"
          value={address}
          error={isWrong ? fr.editor.linkInvalid : null}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {fr.common.cancel}
          </Button>
          <Button type="submit">{fr.editor.linkAdd}</Button>
        </div>
      </form>
    </Dialog>
  );
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
