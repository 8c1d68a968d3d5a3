// What the resident filled in, step by step, with the files.
import type { AnswerStep } from '../../api/types';
import { fr } from '../../locales/fr';
import { Files } from './Files';

type Entry = AnswerStep['entries'][number];

function Answer({ entry }: { entry: Entry }) {
  if (entry.files.length > 0) return <Files files={entry.files} />;
  if (entry.display === '') return <span className="no-answer">{entry.type === 'file' ? fr.dossier.noFile : fr.dossier.noAnswer}</span>;
  return <span className="as-typed">{entry.display}</span>;
}

export function Answers({ steps }: { steps: AnswerStep[] }) {
  return (
    <section className="panel" aria-labelledby="reponses">
      <h2 id="reponses">{fr.dossier.answers}</h2>
      {steps.map((step) => (
        <div key={step.step} className="answer-step">
          <h3>{step.label}</h3>
          <dl className="answers">
            {step.entries.map((entry) => (
              <div key={entry.field}>
                <dt>{entry.label}</dt>
                <dd>
                  <Answer entry={entry} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
