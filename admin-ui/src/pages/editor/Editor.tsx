// The writing desk: fields on one side, the page on the other; on a phone one at a time.
import { Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense, useRef, useState, type RefObject } from 'react';
import type { CheckRequest, Content } from '../../api/types';
import { Page } from '../../app/page';
import { Loading } from '../../components/Loading';
import { ContentBadge } from '../../components/StateBadge';
import { dayKey, startOfDay } from '../../components/time';
import { fr } from '../../locales/fr';
import { focusSpot, RichSpots } from './blocks/fields';
import type { Place } from './Checks';
import { MarkdownField } from './MarkdownField';
import { Notices } from './Notices';
import { Planned } from './Planned';
import type { RichHandle } from './rich/RichText';
import { SaveLine } from './SaveLine';
import { useEditor, type EditorState } from './use_editor';

// Apart, so that the text can be written before they are there.
const Actions = lazy(() => import('./Actions'));
const Blocks = lazy(() => import('./blocks/Blocks'));
const Checks = lazy(() => import('./Checks'));
const Details = lazy(() => import('./details/Details'));
const Preview = lazy(() => import('./Preview'));
const Revisions = lazy(() => import('./Revisions'));

type Pane = 'write' | 'preview';

// Where a finding leads: the fields that can take the focus.
interface Spots {
  title: RefObject<HTMLInputElement | null>;
  summary: RefObject<HTMLTextAreaElement | null>;
  body: RefObject<RichHandle | null>;
  blocks: Map<string, RichHandle>;
}

function goToBlock(blocks: Spots['blocks'], path: string, line: number): boolean {
  const text = blocks.get(path);
  text?.goToLine(line);
  return text !== undefined || focusSpot(path);
}

function goTo({ title, summary, body, blocks }: Spots, { field, line, block }: Place): void {
  if (block !== null) {
    if (!goToBlock(blocks, `blocks.${block}.${field}`, line)) focusSpot(`blocks.${block}`);
  } else if (field === 'title') title.current?.focus();
  else if (field === 'summary') summary.current?.focus();
  else body.current?.goToLine(line);
}

function Fields({ editor, spots }: { editor: EditorState; spots: Spots }) {
  const { typed, type, server, faults: fields } = editor;
  const noTitle = typed.title.trim() === '' ? fr.contents.titleRequired : undefined;
  return (
    <div className="stack">
      <TextInput
        ref={spots.title}
        label={fr.editor.titleLabel}
        maxLength={160}
        value={typed.title}
        error={fields.title ?? noTitle}
        onChange={(event) => type({ title: event.currentTarget.value })}
      />
      <Textarea
        ref={spots.summary}
        label={fr.editor.summaryLabel}
        description={fr.editor.summaryHint}
        rows={2}
        maxLength={400}
        value={typed.summary}
        error={fields.summary}
        onChange={(event) => type({ summary: event.currentTarget.value })}
      />
      <Suspense fallback={<Loading />}>
        <Details kind={server.kind} details={typed.details} faults={fields} onChange={(details) => type({ details })} />
      </Suspense>
      <MarkdownField
        ref={spots.body}
        label={fr.editor.bodyLabel}
        maxLength={100_000}
        value={typed.body_markdown}
        error={fields.body_markdown}
        onChange={(body_markdown) => type({ body_markdown })}
      />
      <Suspense fallback={<Loading />}>
        <Blocks blocks={typed.blocks} faults={fields} onChange={(blocks) => type({ blocks })} />
      </Suspense>
      {server.kind !== 'alert' && (
        <TextInput
          className="short-field"
          label={fr.editor.expiresLabel}
          description={fr.editor.expiresHint}
          type="date"
          value={typed.expires_at === null ? '' : dayKey(typed.expires_at)}
          error={fields.expires_at}
          onChange={(event) => type({ expires_at: startOfDay(event.currentTarget.value) })}
        />
      )}
    </div>
  );
}

function PaneSwitch({ pane, onPick }: { pane: Pane; onPick: (pane: Pane) => void }) {
  const panes = [
    { key: 'write', label: fr.editor.write },
    { key: 'preview', label: fr.editor.preview },
  ] as const;
  return (
    <div className="pane-switch tabs" role="group" aria-label={fr.editor.panes}>
      {panes.map(({ key, label }) => (
        <button key={key} type="button" className="tab" aria-pressed={pane === key} onClick={() => onPick(key)}>
          {label}
        </button>
      ))}
    </div>
  );
}

export function Editor({ content }: { content: Content }) {
  const editor = useEditor(content);
  const [pane, setPane] = useState<Pane>('write');
  const spots: Spots = { title: useRef(null), summary: useRef(null), body: useRef(null), blocks: useRef(new Map<string, RichHandle>()).current };
  // On a phone the text is shown first: what is hidden takes no focus.
  const go = (place: Place) => {
    setPane('write');
    setTimeout(() => goTo(spots, place));
  };
  const { title, summary, body_markdown, details, blocks } = editor.typed;
  const text: CheckRequest = { title, summary, body_markdown, blocks };
  const name = fr.editor.names[content.kind];
  return (
    <Page title={title || name} heading={title || name} intro={<ContentBadge state={editor.server.state} />}>
      <div className="editor-bar">
        <SaveLine status={editor.status} onRetry={() => void editor.flush()} />
        <Suspense fallback={null}>
          <Actions editor={editor} />
        </Suspense>
      </div>
      <Planned editor={editor} />
      <Notices editor={editor} />
      <PaneSwitch pane={pane} onPick={setPane} />
      <div className={`desk desk-${pane}`}>
        <div className="desk-write">
          <RichSpots.Provider value={spots.blocks}>
            <Fields editor={editor} spots={spots} />
          </RichSpots.Provider>
        </div>
        <div className="desk-preview">
          <h2>{fr.editor.preview}</h2>
          <Suspense fallback={<Loading />}>
            <Preview input={{ ...text, id: content.id, kind: content.kind, details }} />
          </Suspense>
        </div>
      </div>
      <Suspense fallback={null}>
        <Checks input={text} onGo={go} />
        <Revisions editor={editor} />
      </Suspense>
    </Page>
  );
}
