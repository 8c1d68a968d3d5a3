// States as words in a coloured label; the colour never speaks alone.
import type { ContentState, DossierState } from '../api/types';
import { fr } from '../locales/fr';

type Tone = 'waiting' | 'good' | 'bad' | 'calm';

const dossierTones: Record<DossierState, Tone> = {
  submitted: 'waiting',
  in_progress: 'good',
  waiting_for_resident: 'calm',
  accepted: 'good',
  refused: 'bad',
  closed: 'calm',
  withdrawn: 'calm',
};

const contentTones: Record<ContentState, Tone> = {
  draft: 'calm',
  scheduled: 'waiting',
  published: 'good',
  modified: 'waiting',
  expired: 'calm',
  binned: 'calm',
};

export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

// The server's label speaks to the resident in places; ours speaks to the agent. A state we do not know keeps the server's.
export function dossierStateText(state: DossierState, label: string): string {
  return fr.state[state]?.label ?? label;
}

export function DossierBadge({ state, label }: { state: DossierState; label: string }) {
  return <Badge tone={dossierTones[state] ?? 'calm'}>{dossierStateText(state, label)}</Badge>;
}

export function ContentBadge({ state }: { state: ContentState }) {
  return <Badge tone={contentTones[state]}>{fr.contents.state[state]}</Badge>;
}
