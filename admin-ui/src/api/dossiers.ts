// The residents' cases: inbox, one case, answer, change of state.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { Dossier, DossierState } from './types';

export interface InboxFilter {
  state?: DossierState;
  q?: string;
  urgent?: 'late' | 'soon';
  label?: string;
  assignee?: string;
}

const oneMinuteMs = 60_000;

export function useInbox(filter: InboxFilter) {
  return useInfiniteQuery({
    queryKey: ['dossiers', filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/dossiers', { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
    refetchInterval: oneMinuteMs,
  });
}

// Whom cases may be given to, known from the inbox.
export function useAgents() {
  return useInboxSummary().data?.agents ?? [];
}

// The first page without a filter: enough for counts and what is unread.
export function useInboxSummary() {
  return useQuery({
    queryKey: ['dossiers', 'summary'],
    queryFn: () => unwrap(api.GET('/dossiers')),
    refetchInterval: oneMinuteMs,
  });
}

export function useDossier(id: number) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['dossier', id],
    queryFn: async () => {
      const dossier = await unwrap(api.GET('/dossiers/{id}', { params: { path: { id } } }));
      void markRead(queries, id);
      return dossier;
    },
    refetchInterval: oneMinuteMs,
  });
}

// What an agent has on the screen is no longer unread. A failure is harmless: the next reading tries again.
async function markRead(queries: QueryClient, id: number): Promise<void> {
  await api.POST('/dossiers/{id}/read', { params: { path: { id } } });
  await queries.invalidateQueries({ queryKey: ['dossiers'] });
}

function refresh(queries: QueryClient, id: number): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: ['dossier', id] }),
    queries.invalidateQueries({ queryKey: ['dossiers'] }),
  ]);
}

export function useSendMessage(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: string) => unwrap(api.POST('/dossiers/{id}/messages', { params: { path: { id } }, body: { body } })),
    onSuccess: () => refresh(queries, id),
  });
}

// The draft of the agenda that the case proposes; asking again gives the same one.
export function useCreateEvent(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/dossiers/{id}/event', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contents'] }),
  });
}

export interface StateChange {
  to: DossierState;
  reason?: string;
  fields?: string[];
  answer_before?: string;
}

export function useChangeState(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: StateChange) =>
      unwrap(api.POST('/dossiers/{id}/transitions', { params: { path: { id } }, body: change })),
    onSuccess: (dossier: Dossier) => {
      queries.setQueryData(['dossier', id], dossier);
      return queries.invalidateQueries({ queryKey: ['dossiers'] });
    },
    onError: () => refresh(queries, id), // somebody else may have moved it meanwhile
  });
}
