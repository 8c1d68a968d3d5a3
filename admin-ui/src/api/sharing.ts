// Contents that the intercommunality shares, and what the town hall decides of them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { SharedContent, SharedSource } from './types';

export function useSharing() {
  return useQuery({ queryKey: ['sharing'], queryFn: () => unwrap(api.GET('/sharing')) });
}

export function useSharingPolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ siren, policy }: Pick<SharedSource, 'siren' | 'policy'>) =>
      unwrap(api.PUT('/sharing/sources/{siren}', { params: { path: { siren } }, body: { policy } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sharing'] }),
  });
}

export function useDecision() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision }: Pick<SharedContent, 'id' | 'decision'>) =>
      unwrap(api.PUT('/sharing/contents/{id}', { params: { path: { id } }, body: { decision } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sharing'] }),
  });
}
