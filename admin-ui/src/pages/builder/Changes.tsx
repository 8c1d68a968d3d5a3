// Differences between two versions, in sentences.
import type { ProcedureDiff } from '../../api/types';
import { fr } from '../../locales/fr';

type Change = ProcedureDiff['changes'][number];

const longest = 80; // shorter texts are in the sentence already, or tell nothing more

function Texts({ change: { before, after } }: { change: Change }) {
  if (before === '' && after === '') return null;
  if (before.length < longest && after.length < longest && before !== '' && after === '') return null;
  return (
    <dl className="diff">
      {before !== '' && (
        <div>
          <dt>{fr.builderPublish.before}</dt>
          <dd className="as-typed">
            <del>{before}</del>
          </dd>
        </div>
      )}
      {after !== '' && (
        <div>
          <dt>{fr.builderPublish.after}</dt>
          <dd className="as-typed">
            <ins>{after}</ins>
          </dd>
        </div>
      )}
    </dl>
  );
}

export function Changes({ diff }: { diff: ProcedureDiff }) {
  if (diff.changes.length === 0) return <p>{fr.builderPublish.noChange}</p>;
  return (
    <ul className="change-list">
      {diff.changes.map((change, index) => (
        <li key={index} className={`change change-${change.kind}`}>
          {change.sentence}
          <Texts change={change} />
        </li>
      ))}
    </ul>
  );
}
