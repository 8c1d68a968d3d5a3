// Pages and news of the public site.
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { CheckRequest, Content, ContentEdit, ContentKind, ContentSection, Finding } from './types';

export function useContents() {
  return useQuery({ queryKey: ['contents'], queryFn: () => unwrap(api.GET('/contents')) });
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

export interface NewContent {
  kind: ContentKind;
  section: ContentSection;
  title: string;
}

export function useCreateContent() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: NewContent) => unwrap(api.POST('/contents', { body: { summary: '', body_markdown: '', ...input } })),
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
    mutationFn: (revision: number) =>
      unwrap(api.POST('/contents/{id}/publish', { params: { path: { id } }, body: { revision } })),
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

export function useDeleteContent(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/contents/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contents'] }),
  });
}

export interface PreviewInput {
  id: number;
  kind: ContentKind;
  title: string;
  summary: string;
  body_markdown: string;
}

// The page as the public site renders it.
export function previewContent(input: PreviewInput): Promise<string> {
  return unwrap(api.POST('/contents/preview', { body: input, parseAs: 'text' }));
}

// What would keep a resident from reading what is typed, and how to mend it.
export async function checkContent(input: CheckRequest): Promise<Finding[]> {
  return (await unwrap(api.POST('/contents/checks', { body: input }))).items;
}
