// The procedure as residents will see it, on a phone or a computer, to be filled in: nothing is sent, nothing is kept.
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/errors';
import { tryProcedureDraft } from '../../api/procedure_drafts';
import type { ProcedureTrial, ProcedureTrialPage } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Dialog } from '../../components/Dialog';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { fillFrame } from '../editor/preview_html';
import { useDebounced } from '../editor/use_debounced';
import type { Definition, OwnTest } from './definition';

const introduction = '-introduction';
const end = '-fin';

type Width = 'phone' | 'desktop';
type Sent = [string, string][];

// The page that an address of the form leads to; null for any other address.
export function pageOf(address: string, slug: string): string | null {
  const { pathname } = new URL(address, window.location.origin);
  const base = `/demarches/${slug}`;
  if (pathname === base) return introduction;
  if (pathname === `${base}/verification`) return '-verification';
  const step = pathname.startsWith(`${base}/etapes/`) ? pathname.slice(`${base}/etapes/`.length) : '';
  return step === '' || step.includes('/') ? null : step;
}

// What the form of a page would send. Of a file only its name goes on.
export function valuesOf(form: HTMLFormElement, button: HTMLButtonElement): Sent {
  const sent: Sent = [];
  new FormData(form).forEach((value, name) => {
    if (name !== 'csrf') sent.push([name, typeof value === 'string' ? value : value.name]);
  });
  if (button.name !== '') sent.push([button.name, button.value]);
  return sent;
}

// Nothing can run in the frame, nor take the focus: the browser would complain of both.
const withoutScripts = (html: string): string => html.replace(/<script\b[^>]*><\/script>/g, '').replace(/ autofocus(?=[ >])/g, '');

interface FrameProps {
  html: string;
  wasSent: boolean; // what is wrong takes the focus then, and not while one writes beside
  slug: string;
  onGo: (page: string) => void;
  onSend: (sent: Sent) => void;
}

function TrialFrame({ html, wasSent, slug, onGo, onSend }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const acts = useRef({ onGo, onSend });
  acts.current = { onGo, onSend };
  useEffect(() => {
    if (frame.current !== null) fillFrame(frame.current, withoutScripts(html));
  }, [html]);

  // Scripts and forms are forbidden in the frame: what is pressed there is carried out here.
  const press = useCallback(
    (event: Event) => {
      const target = event.target as Element | null;
      const link = target?.closest?.('a');
      const button = target?.closest?.('button');
      if (!link && !button) return;
      if (link?.getAttribute('href')?.startsWith('#')) return;
      event.preventDefault();
      const page = link ? pageOf(link.getAttribute('href') ?? '', slug) : null;
      if (page !== null) acts.current.onGo(page);
      const form = button?.closest('form');
      if (button && form && pageOf(form.getAttribute('action') ?? '/', slug) !== null) acts.current.onSend(valuesOf(form, button as HTMLButtonElement));
    },
    [slug],
  );
  const settle = () => {
    const shown = frame.current?.contentDocument;
    shown?.addEventListener('click', press);
    if (wasSent) shown?.querySelector<HTMLElement>('.error-summary, h1')?.focus();
  };
  return <iframe ref={frame} className="trial-frame" title={fr.builder.previewTitle} sandbox="allow-same-origin" onLoad={settle} />;
}

function Recorder({ count, onRecord }: { count: number; onRecord: (name: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(fr.builder.recordedName(count + 1));
  return (
    <div className="panel trial-end" role="status">
      <p>
        <strong>{fr.builder.trialEnded}</strong>
      </p>
      <Button onClick={() => setOpen(true)}>{fr.builder.recordTest}</Button>
      <Dialog opened={isOpen} title={fr.builder.recordTest} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            setOpen(false);
            onRecord(name.trim());
          }}
        >
          <TextInput label={fr.builder.testName} description={fr.builder.testNameHint} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <div className="dialog-actions">
            <Button variant="default" onClick={() => setOpen(false)}>
              {fr.common.cancel}
            </Button>
            <Button type="submit">{fr.builder.recordTest}</Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}

interface TrialProps {
  slug: string;
  definition: Definition;
  at: string; // the page that is being written
  onRecord: (test: OwnTest) => void;
}

interface Asked {
  page: string;
  typed: ProcedureTrial['typed'];
  sent?: Sent;
}

export function Trial({ slug, definition, at, onRecord }: TrialProps) {
  const announce = useAnnounce();
  const [width, setWidth] = useState<Width>('phone');
  const [asked, setAsked] = useState<Asked>({ page: at, typed: {} });
  const written = useDebounced(JSON.stringify(definition));
  useEffect(() => setAsked((last) => ({ page: at, typed: last.typed })), [at]);
  const body = JSON.stringify({ ...asked, definition: JSON.parse(written) as Definition });
  const answer = useQuery({
    queryKey: ['procedure-trial', slug, body],
    queryFn: () => tryProcedureDraft(slug, JSON.parse(body) as ProcedureTrial),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  // The last page stays while another is on its way, and while what is written is not complete.
  const [shown, setShown] = useState<ProcedureTrialPage | undefined>();
  useEffect(() => {
    if (answer.data !== undefined) setShown(answer.data);
  }, [answer.data]);
  const waits = answer.error instanceof ApiError && answer.error.body.code === 'procedure_unfinished';
  const go = (page: string) => setAsked({ page, typed: shown?.typed ?? {} });
  const send = (sent: Sent) => setAsked({ page: shown?.page ?? at, typed: shown?.typed ?? {}, sent });
  const record = (name: string) => {
    if (shown === undefined) return;
    onRecord({ name, at: shown.today, play: shown.play });
    announce(fr.builder.recorded);
  };
  const widths = [
    { key: 'phone', label: fr.builder.phone },
    { key: 'desktop', label: fr.builder.desktop },
  ] as const;
  return (
    <div className="preview">
      <p className="quiet">{fr.builder.previewNote}</p>
      <div className="trial-bar">
        <div className="tabs" role="group" aria-label={fr.builder.width}>
          {widths.map(({ key, label }) => (
            <button key={key} type="button" className="tab" aria-pressed={width === key} onClick={() => setWidth(key)}>
              {label}
            </button>
          ))}
        </div>
        <button type="button" className="plain-button" onClick={() => setAsked({ page: introduction, typed: {} })}>
          {fr.builder.fromStart}
        </button>
      </div>
      {waits && <p className="nothing">{fr.builder.previewWaits}</p>}
      {!waits && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {shown?.page === end && <Recorder count={definition.tests?.length ?? 0} onRecord={record} />}
      {shown !== undefined && (
        <div className={`trial-screen trial-${width}`}>
          <TrialFrame html={shown.html} wasSent={asked.sent !== undefined} slug={slug} onGo={go} onSend={send} />
        </div>
      )}
    </div>
  );
}
