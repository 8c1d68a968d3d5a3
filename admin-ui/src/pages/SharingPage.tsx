// What the intercommunality shares: one choice for all, and one for each content.
import { Button } from '@mantine/core';
import { useDecision, useSharing, useSharingPolicy } from '../api/sharing';
import type { SharedContent, SharedSource } from '../api/types';
import { useAnnounce } from '../app/Announcer';
import { Page } from '../app/page';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Badge } from '../components/StateBadge';
import { dateText } from '../components/time';
import { fr } from '../locales/fr';
import '../styles/contents.css';
import '../styles/sharing.css';

const policies = ['accept', 'ask', 'refuse'] as const;

function Policy({ source }: { source: SharedSource }) {
  const announce = useAnnounce();
  const choose = useSharingPolicy();
  return (
    <fieldset className="panel policy">
      <legend>{source.name}</legend>
      <p>{fr.sharing.policy}</p>
      {policies.map((policy) => (
        <label key={policy} className="policy-choice">
          <input
            type="radio"
            name={`policy-${source.siren}`}
            checked={source.policy === policy && source.decided_at !== null}
            disabled={choose.isPending}
            onChange={() => choose.mutate({ siren: source.siren, policy }, { onSuccess: () => announce(fr.sharing.saved) })}
          />
          <span>
            <strong>{fr.sharing.policies[policy]}</strong>
            <span className="quiet">{fr.sharing.policyHints[policy]}</span>
          </span>
        </label>
      ))}
      <Failure error={choose.error} />
    </fieldset>
  );
}

function stateOf(item: SharedContent, source: SharedSource | undefined): { tone: 'good' | 'calm' | 'waiting'; text: string } {
  if (item.is_shown) return { tone: 'good', text: fr.sharing.shown };
  const waits = item.decision === 'none' && source?.policy === 'ask';
  return waits ? { tone: 'waiting', text: fr.sharing.waiting } : { tone: 'calm', text: fr.sharing.hidden };
}

function Item({ item, source }: { item: SharedContent; source: SharedSource | undefined }) {
  const announce = useAnnounce();
  const decide = useDecision();
  const state = stateOf(item, source);
  const set = (decision: SharedContent['decision']) => decide.mutate({ id: item.id, decision }, { onSuccess: () => announce(fr.sharing.saved) });
  const offersShow = !item.is_shown;
  const offersHide = item.is_shown || state.tone === 'waiting';
  return (
    <li className="shared-item">
      <div className="content-words">
        <h3>{item.title}</h3>
        {item.summary !== '' && <p>{item.summary}</p>}
        <p className="quiet">
          {fr.sharing.kinds[item.kind]} · {dateText(item.published_at)}
          {item.is_shown && (
            <>
              {' · '}
              <a href={item.path} target="_blank" rel="noreferrer">
                {fr.sharing.see} <span className="sr-only">{fr.common.newTab}</span>
              </a>
            </>
          )}
        </p>
        <Failure error={decide.error} />
      </div>
      <Badge tone={state.tone}>{state.text}</Badge>
      <div className="shared-actions">
        {offersShow && (
          <Button variant="default" loading={decide.isPending} aria-label={fr.sharing.showOf(item.title)} onClick={() => set('accepted')}>
            {fr.sharing.show}
          </Button>
        )}
        {offersHide && (
          <Button variant="default" loading={decide.isPending} aria-label={fr.sharing.hideOf(item.title)} onClick={() => set('declined')}>
            {fr.sharing.hide}
          </Button>
        )}
      </div>
    </li>
  );
}

export default function SharingPage() {
  const sharing = useSharing();
  const { sources, items } = sharing.data ?? { sources: [], items: [] };
  return (
    <Page title={fr.sharing.title} intro={<p>{fr.sharing.intro}</p>}>
      {sharing.isPending && <Loading />}
      <Failure error={sharing.error} onRetry={() => void sharing.refetch()} />
      {sharing.isSuccess && sources.length === 0 && (
        <Empty title={fr.sharing.nothing}>
          <p>{fr.sharing.nothingText}</p>
        </Empty>
      )}
      <div className="stack-wide">
        {sources.map((source) => (
          <Policy key={source.siren} source={source} />
        ))}
        {items.length > 0 && (
          <section aria-labelledby="partages">
            <h2 id="partages">{fr.sharing.items(items.length)}</h2>
            <ul className="content-list">
              {items.map((item) => (
                <Item key={item.id} item={item} source={sources.find(({ siren }) => siren === item.siren)} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
