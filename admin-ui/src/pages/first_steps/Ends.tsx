// The two ends of the assistant: what is known before it, and what remains after it.
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { useStandAt } from '../../api/first_steps';
import { useSession } from '../../api/session';
import { useOverview } from '../../api/town_hall_pages';
import type { FirstSteps } from '../../api/types';
import { Page } from '../../app/page';
import { fr, numberText } from '../../locales/fr';

const words = fr.firstSteps;

function Known() {
  const commune = useSession().data?.commune;
  if (commune === undefined) return null;
  const facts: [string, string][] = [
    [words.department, commune.department],
    [words.epci, commune.epci],
    [words.population, numberText(commune.population)],
    [words.insee, commune.insee],
  ];
  return (
    <section className="panel" aria-labelledby="connu">
      <h2 id="connu">{words.known}</h2>
      <dl className="answers">
        {facts.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Beginning({ steps }: { steps: FirstSteps }) {
  const session = useSession().data;
  const { mutate: stand } = useStandAt();
  const isNew = steps.state === 'new';
  useEffect(() => {
    if (isNew) stand(steps.question); // the next login leads to the first screen again
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when nobody has begun
  }, [isNew]);
  const isFinished = steps.state === 'finished';
  const index = isFinished ? 0 : steps.questions.indexOf(steps.question);
  const label = isFinished ? words.again : index === 0 ? words.start : words.resume(index + 1);
  return (
    <Page title={words.title} heading={words.hello(session?.agent.name.split(' ')[0] ?? '')} intro={words.intro(steps.questions.length)}>
      <div className="stack-wide narrow">
        <p>{words.how}</p>
        <Known />
        <div className="steps-actions">
          <Link className="steps-button" to={`/premiers-pas/${steps.questions[index]}`}>
            {label}
          </Link>
          <Link className="steps-back" to="/">
            {words.later}
          </Link>
        </div>
      </div>
    </Page>
  );
}

export function End() {
  const site = useSession().data?.commune.site_url ?? '';
  const checks = useOverview().data?.checks;
  const left = checks?.filter((check) => !check.done && check.key !== 'first_steps') ?? [];
  return (
    <Page title={words.title} heading={words.done} intro={words.doneText}>
      <div className="stack-wide narrow">
        <section className="all-done">
          <IconCircleCheck size={44} stroke={1.4} aria-hidden />
          <p>
            <a href={site} target="_blank" rel="noreferrer">
              {words.see} <span className="sr-only">{fr.common.newTab}</span>
            </a>
          </p>
        </section>
        {checks !== undefined && left.length === 0 && <p>{words.nothingLeft}</p>}
        {left.length > 0 && (
          <section className="stack" aria-labelledby="reste">
            <h2 id="reste">{words.left(left.length)}</h2>
            <p className="quiet">{words.leftText}</p>
            <ul className="notices">
              {left.map((check) => (
                <li key={check.key}>
                  <Link to={check.path}>{check.title}</Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <Link className="steps-button" to="/">
            {words.home}
          </Link>
        </p>
      </div>
    </Page>
  );
}
