// The directories: records, their order, files of records.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type DirectoryKind = Schemas['DirectoryKind'];
export type DirectoryEntry = Schemas['DirectoryEntry'];
export type DirectoryEdit = Schemas['DirectoryEdit'];
export type DirectoryKindInfo = Schemas['DirectoryKindInfo'];
export type DirectoryImport = Schemas['DirectoryImport'];
export type ImportFile = Schemas['DirectoryImportFile'];
export type ImportPlan = Schemas['DirectoryImportPlan'];
export type ImportRow = Schemas['DirectoryImportRow'];
export type Shelf = 'live' | 'bin';

export function useDirectoryKinds() {
  return useQuery({ queryKey: ['directory-kinds'], queryFn: () => unwrap(api.GET('/directory/kinds')), staleTime: Infinity });
}

export function useDirectory(kind: DirectoryKind, shelf: Shelf) {
  return useQuery({ queryKey: ['directory', kind, shelf], queryFn: () => unwrap(api.GET('/directory', { params: { query: { kind, shelf } } })) });
}

export function useDirectoryEntry(id: number) {
  return useQuery({
    queryKey: ['directory-entry', id],
    queryFn: () => unwrap(api.GET('/directory/{id}', { params: { path: { id } } })),
    staleTime: Infinity, // the form owns it while it is open
    gcTime: 0,
  });
}

// Every change shows in the lists, the bin and the imports.
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['directory-imports'] });
      return queries.invalidateQueries({ queryKey: ['directory'] });
    },
  });
}

export type EntryText = Omit<DirectoryEdit, 'base_version'>;

export const useCreateEntry = (kind: DirectoryKind) => useChange((text: EntryText) => unwrap(api.POST('/directory', { body: { kind, ...text } })));

export const useSaveEntry = (id: number) =>
  useChange((edit: DirectoryEdit) => unwrap(api.PUT('/directory/{id}', { params: { path: { id } }, body: edit })));

export const useConfirmEntry = () => useChange((id: number) => unwrap(api.POST('/directory/{id}/confirm', { params: { path: { id } } })));

export const useBinEntry = () => useChange((id: number) => unwrap(api.DELETE('/directory/{id}', { params: { path: { id } } })));

export const useRestoreEntry = () => useChange((id: number) => unwrap(api.POST('/directory/{id}/restore', { params: { path: { id } } })));

export const useOrderEntries = (kind: DirectoryKind) => useChange((ids: number[]) => unwrap(api.POST('/directory/order', { body: { kind, ids } })));

export const usePreviewImport = () => useChange((file: ImportFile) => unwrap(api.POST('/directory-imports/preview', { body: file })));

export const useRunImport = () => useChange((file: ImportFile) => unwrap(api.POST('/directory-imports', { body: file })));

export const useUndoImport = () => useChange((id: number) => unwrap(api.POST('/directory-imports/{id}/undo', { params: { path: { id } } })));

export function useImports() {
  return useQuery({ queryKey: ['directory-imports'], queryFn: () => unwrap(api.GET('/directory-imports')) });
}

export const modelPath = (kind: DirectoryKind) => `/api/v1/directory/models/${kind}`;
