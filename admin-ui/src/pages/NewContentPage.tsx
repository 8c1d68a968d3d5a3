// Starts a page, a news item, an event or an alert: its title, and the one thing that its kind cannot be without.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useCreateContent } from '../api/contents';
import { ApiError } from '../api/errors';
import { useSections } from '../api/site';
import type { ContentKind, NewContent } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { fr } from '../locales/fr';

interface Start {
  title: string;
  section: string; // "": the usual one
  starts: string; // "2026-12-05T18:30", or "2026-12-05" for whole days
  isAllDay: boolean;
}

const blank: Start = { title: '', section: '', starts: '', isAllDay: false };

export function parseKind(text: string | null): ContentKind {
  return text === 'page' || text === 'event' || text === 'alert' ? text : 'news';
}

function requestOf(kind: ContentKind, { title, section, starts, isAllDay }: Start): NewContent {
  const request = { kind, title: title.trim(), summary: '', body_markdown: '' };
  if (kind === 'page') return { ...request, section };
  if (kind === 'event') return { ...request, details: isAllDay ? { starts, all_day: true } : { starts } };
  return kind === 'alert' ? { ...request, details: { severity: 'information' } } : request;
}

interface WhenProps {
  start: Start;
  error: string | undefined;
  onChange: (change: Partial<Start>) => void;
}

function When({ start, error, onChange }: WhenProps) {
  const setAllDay = (isAllDay: boolean) => onChange({ isAllDay, starts: isAllDay || start.starts === '' ? start.starts.slice(0, 10) : `${start.starts}T18:00` });
  return (
    <>
      <TextInput
        className="short-field"
        type={start.isAllDay ? 'date' : 'datetime-local'}
        label={fr.contents.startsLabel}
        description={fr.contents.startsHint}
        value={start.starts}
        error={error}
        onChange={(event) => onChange({ starts: event.currentTarget.value })}
      />
      <Checkbox label={fr.contents.allDay} checked={start.isAllDay} onChange={(event) => setAllDay(event.currentTarget.checked)} />
    </>
  );
}

export default function NewContentPage() {
  const [parameters] = useSearchParams();
  const kind = parseKind(parameters.get('type'));
  const [start, setStart] = useState(blank);
  const [wasTried, setTried] = useState(false);
  const navigate = useNavigate();
  const create = useCreateContent();
  const sections = useSections().data?.items ?? [];
  const usual = sections.find(({ slug }) => slug === 'vivre-ici') ?? sections[0];
  const section = start.section || (usual?.slug ?? '');
  const fields = create.error instanceof ApiError ? create.error.fields : {};
  const isTitleMissing = start.title.trim() === '';
  const isStartMissing = kind === 'event' && start.starts === '';
  const change = (part: Partial<Start>) => setStart({ ...start, ...part });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isTitleMissing || isStartMissing) return;
    create.mutate(requestOf(kind, { ...start, section }), { onSuccess: (content) => void navigate(`/contenus/${content.id}`, { replace: true }) });
  };

  return (
    <Page title={fr.contents.kinds[kind].action} intro={fr.contents.createHint}>
      <form className="stack narrow panel" onSubmit={submit} noValidate>
        <Failure error={create.error} />
        <TextInput
          label={fr.editor.titleLabel}
          maxLength={160}
          value={start.title}
          error={wasTried && isTitleMissing ? fr.contents.titleRequired : fields.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        {kind === 'event' && <When start={start} error={wasTried && isStartMissing ? fr.contents.startsRequired : fields['details.starts']} onChange={change} />}
        {kind === 'page' && (
          <NativeSelect
            label={fr.contents.sectionLabel}
            value={section}
            error={fields.section}
            data={sections.map(({ slug, title }) => ({ value: slug, label: title }))}
            onChange={(event) => change({ section: event.currentTarget.value })}
          />
        )}
        <div>
          <Button type="submit" loading={create.isPending}>
            {fr.contents.create}
          </Button>
        </div>
      </form>
    </Page>
  );
}
