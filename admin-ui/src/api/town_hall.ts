// The rest of the house: procedures, the commune's profile, mails that did not leave.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { CommuneEdit, OutboxItem, Procedure } from './types';

export function useProcedures() {
  return useQuery({ queryKey: ['procedures'], queryFn: () => unwrap(api.GET('/procedures')) });
}

export function useChangeProcedure() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ slug, state }: Pick<Procedure, 'slug' | 'state'>) =>
      unwrap(api.PATCH('/procedures/{slug}', { params: { path: { slug } }, body: { state } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['procedures'] }),
  });
}

export function useCommune() {
  return useQuery({ queryKey: ['commune'], queryFn: () => unwrap(api.GET('/commune')) });
}

export function useSaveCommune() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edit: CommuneEdit) => unwrap(api.PUT('/commune', { body: edit })),
    onSuccess: (commune) => queries.setQueryData(['commune'], commune),
  });
}

export function useOutbox() {
  return useQuery({ queryKey: ['outbox'], queryFn: () => unwrap(api.GET('/outbox')), refetchInterval: 60_000 });
}

export function useRetry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, id }: Pick<OutboxItem, 'kind' | 'id'>) =>
      unwrap(api.POST('/outbox/{kind}/{id}/retry', { params: { path: { kind, id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
}
