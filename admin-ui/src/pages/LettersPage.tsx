// Models of answers: written once, filled with each case.
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { useAnswerModels, useDeleteModel, useSaveModel, type AnswerModel } from '../api/cases';
import { ApiError } from '../api/errors';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { fr } from '../locales/fr';
import '../styles/cases.css';

const words = fr.letters;

interface FormProps {
  model: AnswerModel | null;
  known: { word: string; meaning: string }[];
  onDone: () => void;
}

function ModelForm({ model, known, onDone }: FormProps) {
  const announce = useAnnounce();
  const save = useSaveModel(model?.id ?? null);
  const [title, setTitle] = useState(model?.title ?? '');
  const [body, setBody] = useState(model?.body ?? '');
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      announce(words.saved);
      onDone();
      setTitle('');
      setBody('');
    };
    save.mutate({ title, body, procedure: model?.procedure ?? '' }, { onSuccess: done });
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{model === null ? words.create : words.edit}</h2>
      <TextInput label={words.name} maxLength={80} value={title} error={fields.title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <Textarea label={words.body} rows={8} maxLength={5000} value={body} error={fields.body} onChange={(event) => setBody(event.currentTarget.value)} />
      <div>
        <p>{words.words}</p>
        <ul className="model-words">
          {known.map(({ word, meaning }) => (
            <li key={word}>
              <code>{`{{${word}}}`}</code> {meaning}
            </li>
          ))}
        </ul>
      </div>
      {Object.keys(fields).length === 0 && <Failure error={save.error} />}
      <div>
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

export default function LettersPage() {
  const announce = useAnnounce();
  const models = useAnswerModels();
  const remove = useDeleteModel();
  const [chosen, setChosen] = useState<AnswerModel | null>(null);
  const items = models.data?.items ?? [];
  return (
    <Page
      title={words.title}
      intro={words.intro}
      before={
        <Link className="back-link" to="/demandes">
          <IconArrowLeft size={20} aria-hidden /> {words.back}
        </Link>
      }
    >
      {models.isPending && <Loading />}
      <Failure error={models.error ?? remove.error} />
      {models.isSuccess && items.length === 0 && <p className="quiet">{words.empty}</p>}
      <ul className="models">
        {items.map((model) => (
          <li key={model.id} className="panel">
            <h2>{model.title}</h2>
            <p className="as-typed">{model.body}</p>
            <div className="notice-actions">
              <Button variant="default" onClick={() => setChosen(model)} aria-label={words.editOf(model.title)}>
                {words.edit}
              </Button>
              <Button
                variant="default"
                loading={remove.isPending}
                aria-label={words.removeOf(model.title)}
                onClick={() => remove.mutate(model.id, { onSuccess: () => announce(words.removed) })}
              >
                {words.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ModelForm key={chosen?.id ?? 'new'} model={chosen} known={models.data?.words ?? []} onDone={() => setChosen(null)} />
    </Page>
  );
}
