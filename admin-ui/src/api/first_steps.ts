// The first-run assistant: what its questions show, one answer saved at a time.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { FirstStepAnswer, FirstSteps } from './types';

const key = ['first-steps'] as const;

export function useFirstSteps() {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/first-steps')) });
}

// What other screens show of the same facts is asked again.
function useKeep() {
  const queries = useQueryClient();
  return (steps: FirstSteps) => {
    queries.setQueryData(key, steps);
    for (const name of ['commune', 'look', 'legal', 'overview', 'directory']) void queries.invalidateQueries({ queryKey: [name] });
  };
}

export function useAnswerQuestion(question: string) {
  return useMutation({
    mutationFn: (body: FirstStepAnswer) => unwrap(api.PUT('/first-steps/{question}', { params: { path: { question } }, body })),
    onSuccess: useKeep(),
  });
}

export function useStandAt() {
  return useMutation({
    mutationFn: (question: string) => unwrap(api.PUT('/first-steps', { body: { question } })),
    onSuccess: useKeep(),
  });
}
