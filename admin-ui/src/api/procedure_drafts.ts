// The working copy of a procedure: read, kept, tried, tested, compared, published.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { NewProcedure, ProcedureDraft, ProcedureTrial } from './types';

const path = (slug: string) => ({ params: { path: { slug } } });

export function useProcedureDraft(slug: string) {
  return useQuery({
    queryKey: ['procedure-draft', slug],
    queryFn: () => unwrap(api.GET('/procedures/{slug}/draft', path(slug))),
    staleTime: Infinity, // the screen holds what is typed; it asks again when it is opened again
    gcTime: 0,
  });
}

export const saveProcedureDraft = (slug: string, version: number, definition: ProcedureDraft['definition']) =>
  unwrap(api.PUT('/procedures/{slug}/draft', { ...path(slug), body: { version, definition } }));

export const tryProcedureDraft = (slug: string, body: ProcedureTrial) => unwrap(api.POST('/procedures/{slug}/draft/trial', { ...path(slug), body }));

export const testProcedureDraft = (slug: string) => unwrap(api.POST('/procedures/{slug}/draft/test', path(slug)));

export const diffProcedureDraft = (slug: string) => unwrap(api.GET('/procedures/{slug}/draft/diff', path(slug)));

export function useRevisions(slug: string) {
  return useQuery({ queryKey: ['procedure-revisions', slug], queryFn: () => unwrap(api.GET('/procedures/{slug}/revisions', path(slug))) });
}

export function useRevisionDiff(slug: string, number: number) {
  return useQuery({
    queryKey: ['procedure-revisions', slug, number],
    queryFn: () => unwrap(api.GET('/procedures/{slug}/revisions/{number}/diff', { params: { path: { slug, number } } })),
    staleTime: Infinity,
  });
}

export function useOlderCases(slug: string) {
  return useQuery({ queryKey: ['older-cases', slug], queryFn: () => unwrap(api.GET('/procedures/{slug}/older-cases', path(slug))) });
}

function useProcedureMutation<In, Out>(work: (input: In) => Promise<Out>, slug = '') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => {
      for (const name of ['procedures', 'procedure-revisions', 'older-cases']) void queries.invalidateQueries({ queryKey: [name] });
      if (slug !== '') void queries.invalidateQueries({ queryKey: ['procedure-draft', slug] });
    },
  });
}

export const useBeginProcedure = () => useProcedureMutation((body: NewProcedure) => unwrap(api.POST('/procedures', { body })));

export const usePublishDraft = (slug: string) =>
  useProcedureMutation((body: { version: number; revision: number }) => unwrap(api.POST('/procedures/{slug}/draft/publish', { ...path(slug), body })));

export const useDiscardDraft = (slug: string) =>
  useProcedureMutation((version: number) => unwrap(api.POST('/procedures/{slug}/draft/discard', { ...path(slug), body: { version } })));

export const useMoveOlderCases = (slug: string) => useProcedureMutation(() => unwrap(api.POST('/procedures/{slug}/older-cases/move', path(slug))));

// Which properties the server's format has: the screens offer no other.
export function useFormat(): (property: string) => boolean {
  const schema = useQuery({ queryKey: ['procedure-schema'], queryFn: () => unwrap(api.GET('/procedure-schema')), staleTime: Infinity });
  const text = JSON.stringify(schema.data ?? {});
  return (property) => text.includes(`"${property}":`);
}
