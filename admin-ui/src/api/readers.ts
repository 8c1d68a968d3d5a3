// What readers look at, and what they say of it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';

export const periods = [7, 30, 90, 365] as const;
export type Period = (typeof periods)[number];

export function useAudience(days: Period) {
  return useQuery({
    queryKey: ['audience', days],
    queryFn: () => unwrap(api.GET('/audience', { params: { query: { days } } })),
    placeholderData: (before) => before, // the figures change in place, the page does not jump
  });
}

export function useFeedback() {
  return useQuery({ queryKey: ['feedback'], queryFn: () => unwrap(api.GET('/feedback')) });
}

export function useHandleFeedback() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.POST('/feedback/{id}/handled', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['feedback'] }),
  });
}
