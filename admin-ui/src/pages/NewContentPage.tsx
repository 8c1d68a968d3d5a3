// Starts a page or a news item: a title, and for a page the section where it lives.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useCreateContent } from '../api/contents';
import { ApiError } from '../api/errors';
import type { ContentKind, ContentSection } from '../api/types';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { fr } from '../locales/fr';

const pageSections: ContentSection[] = ['la-mairie', 'vivre-ici'];

export default function NewContentPage() {
  const [parameters] = useSearchParams();
  const kind: ContentKind = parameters.get('type') === 'page' ? 'page' : 'news';
  const [title, setTitle] = useState('');
  const [section, setSection] = useState<ContentSection>('vivre-ici');
  const [isMissing, setMissing] = useState(false);
  const navigate = useNavigate();
  const create = useCreateContent();
  const fields = create.error instanceof ApiError ? create.error.fields : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(title.trim() === '');
    if (title.trim() === '') return;
    create.mutate(
      { kind, section: kind === 'news' ? 'actualites' : section, title: title.trim() },
      { onSuccess: (content) => void navigate(`/contenus/${content.id}`, { replace: true }) },
    );
  };

  return (
    <Page title={kind === 'news' ? fr.contents.createNewsTitle : fr.contents.createPageTitle} intro={fr.contents.createHint}>
      <form className="stack narrow panel" onSubmit={submit} noValidate>
        <Failure error={create.error} />
        <TextInput
          label={fr.editor.titleLabel}
          maxLength={160}
          value={title}
          error={isMissing && title.trim() === '' ? fr.contents.titleRequired : fields.title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {kind === 'page' && (
          <NativeSelect
            label={fr.contents.sectionLabel}
            value={section}
            data={pageSections.map((value) => ({ value, label: fr.contents.section[value] }))}
            onChange={(event) => setSection(event.currentTarget.value as ContentSection)}
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
