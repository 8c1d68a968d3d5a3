// Asks where a link leads and what it says.
import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../components/Dialog';
import { fr } from '../../locales/fr';
import { isLinkAddress } from './markdown_edits';

interface LinkDialogProps {
  words: string;
  address?: string;
  onAdd: (words: string, address: string) => void;
  onClose: () => void;
}

export function LinkDialog({ words: selected, address: known = '', onAdd, onClose }: LinkDialogProps) {
  const [words, setWords] = useState(selected);
  const [address, setAddress] = useState(known);
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
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
