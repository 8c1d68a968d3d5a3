// One question of the assistant: answered, skipped, or gone back from. Nothing typed is lost when it is refused.
import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useAnswerQuestion, useStandAt } from '../../api/first_steps';
import type { FirstStepAnswer, FirstSteps } from '../../api/types';
import { useAnnounce } from '../../app/Announcer';
import { Page } from '../../app/page';
import { Failure } from '../../components/Failure';
import { fr } from '../../locales/fr';
import { fieldsOf } from '../town_hall/SaveBar';
import { answerOf, questionFields } from './fields';

const words = fr.firstSteps;

function Progress({ index, count }: { index: number; count: number }) {
  return (
    <div className="steps-progress">
      <p id="avancement">{words.position(index + 1, count)}</p>
      <progress aria-labelledby="avancement" value={index + 1} max={count} />
    </div>
  );
}

export function Question({ question, steps }: { question: string; steps: FirstSteps }) {
  const announce = useAnnounce();
  const navigate = useNavigate();
  const save = useAnswerQuestion(question);
  const skip = useStandAt();
  const [edit, setEdit] = useState(() => answerOf(question, steps.answers));
  const index = steps.questions.indexOf(question);
  const previous = index === 0 ? '' : `/${steps.questions[index - 1]}`;
  const next = steps.questions[index + 1];
  const goOn = () => void navigate(`/premiers-pas/${next ?? 'fin'}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(edit, {
      onSuccess: () => {
        announce(words.saved);
        goOn();
      },
    });
  };
  const [title = '', text = ''] = words.questions[question] ?? [];
  const Fields = questionFields[question]?.Fields;
  const fields = fieldsOf(save.error);
  const change = (part: FirstStepAnswer) => setEdit((before) => ({ ...before, ...part }));
  return (
    <Page title={words.title} heading={title} intro={text} before={<Progress index={index} count={steps.questions.length} />}>
      <form className="stack-wide narrow" onSubmit={submit} noValidate>
        <div className="panel section">{Fields !== undefined && <Fields edit={edit} fields={fields} change={change} />}</div>
        {Object.keys(fields).length > 0 ? (
          <p className="field-error" role="alert">
            {fr.townHall.invalid(Object.keys(fields).length)}
          </p>
        ) : (
          <Failure error={save.error ?? skip.error} />
        )}
        <div className="steps-actions">
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          <Button variant="default" loading={skip.isPending} onClick={() => skip.mutate(next ?? '', { onSuccess: goOn })}>
            {words.skip}
          </Button>
          <Link className="steps-back" to={`/premiers-pas${previous}`}>
            {words.back}
          </Link>
        </div>
      </form>
    </Page>
  );
}
