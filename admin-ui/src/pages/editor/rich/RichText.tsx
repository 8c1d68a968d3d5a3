// A text with its formatting, and no sign of Markdown: what is typed here is stored as Markdown. A chunk of its own.
import { Editor, getSchema } from '@tiptap/core';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { childAtLine, documentOf, looksOf } from './parse';
import { RichTools } from './RichTools';
import { extensions } from './schema';
import { markdownOf } from './serialize';
import { cleanPasted } from './word_paste';

export interface RichHandle {
  goToLine: (line: number) => void; // of the Markdown, from 1; 0 for the start
}

export interface RichTextProps {
  label: string;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  value: string;
  onChange: (markdown: string) => void;
  onUnfaithful: () => void; // a text that this editor would change: nothing was touched
  ref?: Ref<RichHandle>;
}

const schema = getSchema(extensions);

type Named = Pick<RichTextProps, 'labelId' | 'describedBy' | 'isInvalid'>;

function editorProps({ labelId, describedBy, isInvalid }: Named) {
  const attributes: Record<string, string> = {
    class: 'rich-text', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelId, 'aria-invalid': `${isInvalid}`, lang: 'fr',
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
  };
  return { attributes, transformPastedHTML: cleanPasted };
}

function makeEditor(element: HTMLElement, named: Named, markdown: string, onChange: (markdown: string) => void): Editor {
  return new Editor({
    element,
    extensions,
    content: documentOf(schema, markdown).toJSON(), // never as HTML: the policy of the site takes none
    injectCSS: false, // base.css and editor.css say it
    editorProps: editorProps(named),
    onUpdate: ({ editor: changed }) => onChange(markdownOf(changed.state.doc)),
  });
}

// From outside: not a step that "Annuler" could undo into another text.
function show(editor: Editor, markdown: string): void {
  editor.commands.setContent(documentOf(schema, markdown).toJSON(), { emitUpdate: false });
}

const withoutAlignment = (html: string): string => html.replace(/ style="text-align:\w+"/g, '');

function isFaithful(markdown: string): boolean {
  return withoutAlignment(looksOf(markdownOf(documentOf(schema, markdown)))) === withoutAlignment(looksOf(markdown));
}

function goToLine(editor: Editor, markdown: string, line: number): void {
  const child = Math.min(childAtLine(markdown, Math.max(1, line)), editor.state.doc.childCount - 1);
  let start = 0;
  for (let index = 0; index < child; index += 1) start += editor.state.doc.child(index).nodeSize;
  const size = editor.state.doc.child(child).nodeSize;
  editor.chain().focus().setTextSelection({ from: start + 1, to: start + size - 1 }).run();
  const shown = editor.view.nodeDOM(start);
  if (shown instanceof HTMLElement) shown.scrollIntoView?.({ block: 'center' });
}

// The attributes of the editable area follow what React knows of the field.
function useAttributes(editor: Editor | null, { labelId, describedBy, isInvalid }: Named): void {
  useEffect(() => {
    editor?.setOptions({ editorProps: editorProps({ labelId, describedBy, isInvalid }) });
  }, [editor, labelId, describedBy, isInvalid]);
}

export default function RichText(props: RichTextProps) {
  const { label, value, onChange, onUnfaithful, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef({ markdown: value, onChange, named: props });
  const isChecked = useRef(false);
  latest.current.onChange = onChange;

  useEffect(() => {
    if (host.current === null) return undefined;
    const made = makeEditor(host.current, latest.current.named, latest.current.markdown, (markdown) => {
      latest.current.markdown = markdown;
      latest.current.onChange(markdown);
    });
    setEditor(made);
    return () => made.destroy();
  }, []);

  useEffect(() => {
    if (editor === null || (isChecked.current && value === latest.current.markdown)) return; // typed here
    isChecked.current = true;
    if (!isFaithful(value)) return onUnfaithful();
    latest.current.markdown = value;
    show(editor, value);
  }, [editor, value, onUnfaithful]);

  useAttributes(editor, props);
  useImperativeHandle(ref, () => ({ goToLine: (line) => editor !== null && goToLine(editor, value, line) }), [editor, value]);

  return (
    <div className="rich">
      {editor !== null && <RichTools editor={editor} label={label} />}
      <div ref={host} className="rich-host" />
    </div>
  );
}
