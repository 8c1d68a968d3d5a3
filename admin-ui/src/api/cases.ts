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

// --- For somebody else
export type AssistanceNew = components['schemas']['AssistanceNew'];

export function useStartAssisted() {
  return useMutation({
    mutationFn: ({ slug, input }: { slug: string; input: AssistanceNew }) =>
      unwrap(api.POST('/procedures/{slug}/assisted', { params: { path: { slug } }, body: input })),
  });
}

// --- Work
export type CaseWork = components['schemas']['CaseWork'];
export type AnswerModel = components['schemas']['AnswerModel'];
export type SavedView = components['schemas']['SavedView'];
export type CaseExport = components['schemas']['CaseExport'];
type Dossier = components['schemas']['Dossier'];

export interface WorkEdit {
  assignee_id?: number;
  due_on?: string;
  status?: string;
  labels?: string[];
  kept_until?: string;
}

function useCaseChange<Input>(id: number, change: (input: Input) => Promise<Dossier>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (dossier: Dossier) => {
      queries.setQueryData(['dossier', id], dossier);
      return queries.invalidateQueries({ queryKey: ['dossiers'] });
    },
  });
}

export const useChangeWork = (id: number) =>
  useCaseChange(id, (edit: WorkEdit) => unwrap(api.PATCH('/dossiers/{id}/work', { ...path(id), body: edit })));

export const useAddNote = (id: number) =>
  useCaseChange(id, (body: string) => unwrap(api.POST('/dossiers/{id}/notes', { ...path(id), body: { body } })));

export interface OpinionRequest {
  name: string;
  email: string;
  question: string;
}

export const useAskOpinion = (id: number) =>
  useCaseChange(id, (request: OpinionRequest) => unwrap(api.POST('/dossiers/{id}/opinions', { ...path(id), body: request })));

export const useCancelOpinion = (id: number) =>
  useCaseChange(id, (opinion: number) =>
    unwrap(api.DELETE('/dossiers/{id}/opinions/{opinion_id}', { params: { path: { id, opinion_id: opinion } } })));

// --- Models of answers
export function useLetters(id: number) {
  return useQuery({ queryKey: ['letters', id], queryFn: () => unwrap(api.GET('/dossiers/{id}/letters', path(id))) });
}

export function useAnswerModels() {
  return useQuery({ queryKey: ['answer-models'], queryFn: () => unwrap(api.GET('/answer-models')) });
}

export interface AnswerModelEdit {
  title: string;
  body: string;
  procedure?: string;
}

function useModelChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['answer-models'] }), queries.invalidateQueries({ queryKey: ['letters'] })]),
  });
}

export const useSaveModel = (id: number | null) =>
  useModelChange((edit: AnswerModelEdit) =>
    id === null ? unwrap(api.POST('/answer-models', { body: edit })) : unwrap(api.PUT('/answer-models/{id}', { ...path(id), body: edit })));

export const useDeleteModel = () => useModelChange((id: number) => unwrap(api.DELETE('/answer-models/{id}', path(id))));

// --- The inbox
export function useSavedViews() {
  return useQuery({ queryKey: ['saved-views'], queryFn: () => unwrap(api.GET('/saved-views')) });
}

function useViewChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['saved-views'] }) });
}

export const useSaveView = () =>
  useViewChange((view: { name: string; filter: string }) => unwrap(api.POST('/saved-views', { body: view })));

export const useDeleteView = () => useViewChange((id: number) => unwrap(api.DELETE('/saved-views/{id}', path(id))));

export interface BulkRequest {
  ids: number[];
  action: 'assign' | 'label' | 'state';
  value: string;
  reason?: string;
  dry_run: boolean;
}

export function useBulk() {
  return useMutation({ mutationFn: (request: BulkRequest) => unwrap(api.POST('/case-bulk', { body: request })) });
}

export function useBulkProgress(id: number | null) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['case-bulk', id],
    enabled: id !== null,
    queryFn: async () => {
      const job = await unwrap(api.GET('/case-bulk/{id}', path(id ?? 0)));
      if (job.is_finished) await queries.invalidateQueries({ queryKey: ['dossiers'] });
      return job;
    },
    refetchInterval: ({ state }) => (state.data?.is_finished === true ? false : 1000),
  });
}

export function useCaseExports() {
  return useQuery({
    queryKey: ['case-exports'],
    queryFn: () => unwrap(api.GET('/case-exports')),
    refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'queued') ? 2000 : false),
  });
}

export function useRequestExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: { format: CaseExport['format']; query: string }) => unwrap(api.POST('/case-exports', { body: request })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case-exports'] }),
  });
}
