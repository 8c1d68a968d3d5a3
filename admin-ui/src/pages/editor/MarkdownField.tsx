// A field for formatted text. Fetches the editor apart; a text that it could not give back faithfully is shown with its signs.
import { InputDescription, InputError, InputLabel, InputWrapper, Textarea } from '@mantine/core';
import { Fragment, lazy, Suspense, useCallback, useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { fr } from '../../locales/fr';
import { toggleBold } from './markdown_edits';
import type { RichHandle } from './rich/RichText';
import { applyEdit, selectionOf, Toolbar } from './Toolbar';

const RichText = lazy(() => import('./rich/RichText'));

export interface MarkdownFieldProps {
  label: string;
  description?: string | undefined;
  value: string;
  error?: string | undefined;
  maxLength: number;
  onChange: (markdown: string) => void;
  ref?: Ref<RichHandle>;
}

// The line is chosen in the text itself, as the rich editor would do.
function selectLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, Math.max(0, line - 1)).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[Math.max(0, line - 1)] ?? '').length);
}

function PlainField({ label, value, error, maxLength, onChange, ref }: MarkdownFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({ goToLine: (line) => area.current !== null && selectLine(area.current, line) }), []);
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'b') return;
    event.preventDefault();
    applyEdit(event.currentTarget, toggleBold(selectionOf(event.currentTarget)), onChange);
  };
  return (
    <Textarea
      ref={area}
      label={label}
      description={fr.rich.signsKept}
      inputContainer={(input) => [<Toolbar key="tools" area={area} onChange={onChange} />, <Fragment key="text">{input}</Fragment>]}
      classNames={{ input: 'body-input' }}
      rows={12}
      maxLength={maxLength}
      value={value}
      error={error}
      onKeyDown={onKey}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function MarkdownField(props: MarkdownFieldProps) {
  const { label, description, value, error, onChange, ref } = props;
  const [isPlain, setPlain] = useState(false);
  const showSigns = useCallback(() => setPlain(true), []);
  const id = useId();
  if (isPlain) return <PlainField {...props} />;
  const ids = [description !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((part) => part !== false);
  return (
    <InputWrapper>
      <InputLabel id={`${id}-label`} labelElement="div">
        {label}
      </InputLabel>
      {description !== undefined && <InputDescription id={`${id}-hint`}>{description}</InputDescription>}
      <Suspense fallback={<div className="rich rich-waiting">{fr.common.loading}</div>}>
        <RichText
          label={label}
          labelId={`${id}-label`}
          describedBy={ids.join(' ') || undefined}
          isInvalid={error !== undefined}
          value={value}
          onChange={onChange}
          onUnfaithful={showSigns}
          {...(ref === undefined ? {} : { ref })}
        />
      </Suspense>
      {error !== undefined && <InputError id={`${id}-error`}>{error}</InputError>}
    </InputWrapper>
  );
}
