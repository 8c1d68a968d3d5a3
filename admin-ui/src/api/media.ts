// Images and documents: lists, descriptions, and files on their way up with their progress.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { asApiError, noAnswer } from './errors';
import { loginGate } from './login_gate';
import type { Media, MediaChange } from './types';

export const pageSize = 24;

export interface MediaFilter {
  kind?: Media['kind'] | undefined;
  q?: string | undefined;
  shelf?: 'live' | 'bin' | undefined;
  page?: number | undefined;
}

export function useMediaList(filter: MediaFilter) {
  return useQuery({
    queryKey: ['media', filter],
    queryFn: () => unwrap(api.GET('/media', { params: { query: withoutEmpty(filter) } })),
    placeholderData: keepPreviousData,
    // The sizes of a picture that has just come are still being made.
    refetchInterval: (query) => (query.state.data?.items.some((item) => !item.is_ready) ? 2000 : false),
  });
}

function withoutEmpty({ kind, q, shelf, page }: MediaFilter) {
  return {
    count: pageSize,
    offset: ((page ?? 1) - 1) * pageSize,
    ...(kind !== undefined && { kind }),
    ...(q !== undefined && q !== '' && { q }),
    ...(shelf !== undefined && { shelf }),
  };
}

export function useMedia(id: number | null) {
  return useQuery({
    queryKey: ['media', 'one', id],
    queryFn: () => unwrap(api.GET('/media/{id}', { params: { path: { id: id ?? 0 } } })),
    enabled: id !== null,
  });
}

function useMediaMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['media'] }) });
}

export function useChangeMedia() {
  return useMediaMutation(({ id, change }: { id: number; change: MediaChange }) =>
    unwrap(api.PATCH('/media/{id}', { params: { path: { id } }, body: change })),
  );
}

export function useDeleteMedia() {
  return useMediaMutation(({ id, isConfirmed }: { id: number; isConfirmed: boolean }) =>
    unwrap(api.DELETE('/media/{id}', { params: { path: { id }, query: isConfirmed ? { confirm: '1' as const } : {} } })),
  );
}

export function useRestoreMedia() {
  return useMediaMutation((id: number) => unwrap(api.POST('/media/{id}/restore', { params: { path: { id } } })));
}

export interface Description {
  alt: string;
  decorative: boolean;
}

interface Upload {
  path: string;
  file: File;
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}

// fetch tells nothing of a body on its way: this is the older door, with the same errors and the same wait for a login.
function send<Answer>(upload: Upload): Promise<Answer> {
  const body = new FormData();
  body.append('file', upload.file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${upload.path}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => upload.onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const isDone = request.status >= 200 && request.status < 300;
      if (isDone) resolve(request.response as Answer);
      else reject(asApiError(request.status, request.response));
    };
    request.onerror = () => reject(noAnswer());
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    upload.signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

async function sendWithSession<Answer>(upload: Upload): Promise<Answer> {
  try {
    return await send<Answer>(upload);
  } catch (error) {
    const hasEnded = error instanceof Error && 'status' in error && error.status === 401;
    if (!hasEnded || !(await loginGate.wait())) throw error;
    return sendWithSession<Answer>(upload);
  }
}

// The file, then what it shows: a picture that lost its words on the way is found again by its missing description.
export async function uploadMedia(file: File, description: Description, onProgress: (share: number) => void, signal: AbortSignal): Promise<Media> {
  const added = await sendWithSession<Media>({ path: '/media', file, onProgress, signal });
  if (added.kind !== 'image') return added;
  const { id, caption, credit, focal_x, focal_y, version } = added;
  const change = { alt: description.alt, is_decorative: description.decorative, caption, credit, focal_x, focal_y, base_version: version };
  return unwrap(api.PATCH('/media/{id}', { params: { path: { id } }, body: change }));
}

export function useReplaceMedia() {
  return useMediaMutation(({ id, file }: { id: number; file: File }) => sendWithSession<Media>({ path: `/media/${id}/file`, file }));
}
