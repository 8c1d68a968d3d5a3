// Work on cases beyond reading and answering: documents made of them.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

export type CaseClocks = components['schemas']['CaseClocks'];
export type MadeDocument = components['schemas']['MadeDocument'];
export type CaseDocumentKind = 'case_proof' | 'silence_attestation';

const path = (id: number) => ({ params: { path: { id } } });

export function useCaseDocuments(id: number) {
  return useQuery({
    queryKey: ['case-documents', id],
    queryFn: () => unwrap(api.GET('/dossiers/{id}/documents', path(id))),
    refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'queued') ? 2000 : false),
  });
}

export function useRequestCaseDocument(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (kind: CaseDocumentKind) => unwrap(api.POST('/dossiers/{id}/documents', { ...path(id), body: { kind } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case-documents', id] }),
  });
}

export function useRetryCaseDocument(caseId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.POST('/made-documents/{id}/retry', path(id))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case-documents', caseId] }),
  });
}
