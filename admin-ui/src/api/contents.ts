// Pages, news, events and alerts of the public site.
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { CheckRequest, Content, ContentEdit, Finding, NewAlert, NewContent, PreviewRequest, PublishRequest } from './types';

export function useContents() {
  return useQuery({ queryKey: ['contents'], queryFn: () => unwrap(api.GET('/contents')) });
}

// What was deleted in the last 30 days.
export function useBin() {
  return useQuery({ queryKey: ['contents', 'bin'], queryFn: () => unwrap(api.GET('/contents', { params: { query: { state: 'binned' } } })) });
}

export function useContent(id: number) {
  return useQuery({
    queryKey: ['content', id],
    queryFn: () => unwrap(api.GET('/contents/{id}', { params: { path: { id } } })),
    staleTime: Infinity, // the editor owns it while it is open: a refetch must not move the text under the hands
    gcTime: 0,
  });
}

export function saveContent(id: number, edit: ContentEdit): Promise<Content> {
  return unwrap(api.PUT('/contents/{id}', { params: { path: { id } }, body: edit }));
}

export function useCreateContent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: NewContent) => unwrap(api.POST('/contents', { body: input })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contents'] }),
  });
}

export function usePublishAlert() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (alert: NewAlert) => unwrap(api.POST('/alerts', { body: alert })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contents'] }),
  });
}

function remember(queries: QueryClient, content: Content): Promise<void> {
  queries.setQueryData(['content', content.id], content);
  return queries.invalidateQueries({ queryKey: ['contents'] });
}

export function usePublish(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: PublishRequest) => unwrap(api.POST('/contents/{id}/publish', { params: { path: { id } }, body: request })),
    onSuccess: (content) => remember(queries, content),
  });
}

export function useUnpublish(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/contents/{id}/unpublish', { params: { path: { id } } })),
    onSuccess: (content) => remember(queries, content),
  });
}

// Gives up a planned publication; what is online stays.
export function useUnschedule(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/contents/{id}/schedule', { params: { path: { id } } })),
    onSuccess: (content) => remember(queries, content),
  });
}

export function useRestoreContent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.POST('/contents/{id}/restore', { params: { path: { id } } })),
    onSuccess: (content) => remember(queries, content),
  });
}

// What revision `number` changed since the one before it.
export function useRevisionDiff(id: number, number: number, isAsked: 'asked' | 'not asked') {
  return useQuery({
    queryKey: ['revision-diff', id, number],
    queryFn: () => unwrap(api.GET('/contents/{id}/revisions/{number}/diff', { params: { path: { id, number } } })),
    enabled: isAsked === 'asked',
    staleTime: Infinity, // a revision never changes
  });
}

export function useRestoreRevision(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ number, base }: { number: number; base: number }) =>
      unwrap(api.POST('/contents/{id}/revisions/{number}/restore', { params: { path: { id, number } }, body: { base_revision: base } })),
    onSuccess: (content) => remember(queries, content),
  });
}

export function useDeleteContent(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/contents/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contents'] }),
  });
}


// The page as the public site renders it.
export function previewContent(input: PreviewRequest): Promise<string> {
  return unwrap(api.POST('/contents/preview', { body: input, parseAs: 'text' }));
}

// What would keep a resident from reading what is typed, and how to mend it.
export async function checkContent(input: CheckRequest): Promise<Finding[]> {
  return (await unwrap(api.POST('/contents/checks', { body: input }))).items;
}
