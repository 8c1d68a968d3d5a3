// Acts of the commune: drafts, publication, proof, settings.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Act = Schemas['Act'];
export type ActKind = Schemas['ActKind'];
export type ActState = Schemas['ActState'];
export type ActList = Schemas['ActList'];
export type ActEdit = Schemas['ActEdit'];
export type ActTables = Schemas['ActTables'];
export type ActProof = Schemas['ActProof'];
export type MadeDocument = Schemas['MadeDocument'];
export type ActSettings = Schemas['ActSettings'];
export type ActSettingsEdit = Schemas['ActSettingsEdit'];

const path = (id: number) => ({ params: { path: { id } } });

export function useActs() {
  return useQuery({ queryKey: ['acts'], queryFn: () => unwrap(api.GET('/acts')) });
}

export function useAct(id: number) {
  return useQuery({ queryKey: ['act', id], queryFn: () => unwrap(api.GET('/acts/{id}', path(id))) });
}

export function useActTables() {
  return useQuery({ queryKey: ['act-tables'], queryFn: () => unwrap(api.GET('/acts/tables')), staleTime: Infinity });
}

export function useActProof(id: number) {
  return useQuery({ queryKey: ['act-proof', id], queryFn: () => unwrap(api.GET('/acts/{id}/proof', path(id))) });
}

export function useActSettings() {
  return useQuery({ queryKey: ['act-settings'], queryFn: () => unwrap(api.GET('/acts/settings')) });
}

// What comes back is shown at once; the list is asked again.
function useActChange<Input>(change: (input: Input) => Promise<Act>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (act) => {
      queries.setQueryData(['act', act.id], act);
      void queries.invalidateQueries({ queryKey: ['acts'] });
      void queries.invalidateQueries({ queryKey: ['act-proof', act.id] });
    },
  });
}

export type ActText = Omit<ActEdit, 'base_version'>;

export const useCreateAct = () => useActChange(({ kind, text }: { kind: ActKind; text: ActText }) => unwrap(api.POST('/acts', { body: { kind, ...text } })));

export const useSaveAct = (id: number) => useActChange((edit: ActEdit) => unwrap(api.PUT('/acts/{id}', { ...path(id), body: edit })));

export const useGiveActFile = (id: number) =>
  useActChange((file: File) => {
    const form = new FormData();
    form.append('file', file);
    return unwrap(api.POST('/acts/{id}/file', { ...path(id), body: { file: file.name }, bodySerializer: () => form }));
  });

export const usePublishAct = (id: number) => useActChange((base_version: number) => unwrap(api.POST('/acts/{id}/publish', { ...path(id), body: { base_version } })));

export const useReplaceAct = (id: number) => useActChange(() => unwrap(api.POST('/acts/{id}/replacement', path(id))));

export const useNotePrefecture = (id: number) =>
  useActChange((receipt: Schemas['ActReceipt']) => unwrap(api.POST('/acts/{id}/prefecture', { ...path(id), body: receipt })));

export const useWithdrawAct = (id: number) => useActChange((reason: string) => unwrap(api.POST('/acts/{id}/withdraw', { ...path(id), body: { reason } })));

export function useDeleteAct(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/acts/{id}', path(id))),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['acts'] }),
  });
}

export function useSaveActSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edit: ActSettingsEdit) => unwrap(api.PUT('/acts/settings', { body: edit })),
    onSuccess: (settings) => queries.setQueryData(['act-settings'], settings),
  });
}

export const actFilePath = (id: number) => `/api/v1/acts/${id}/file`;

// Asked again while one is in the making.
export function useAttestations(id: number) {
  return useQuery({
    queryKey: ['act-attestations', id],
    queryFn: () => unwrap(api.GET('/acts/{id}/attestations', path(id))),
    refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'queued') ? 2000 : false),
  });
}

function useDocumentChange<Input>(actId: number, change: (input: Input) => Promise<MadeDocument>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['act-attestations', actId] }) });
}

export const useRequestAttestation = (id: number) => useDocumentChange(id, () => unwrap(api.POST('/acts/{id}/attestations', path(id))));

export const useRetryDocument = (actId: number) => useDocumentChange(actId, (id: number) => unwrap(api.POST('/made-documents/{id}/retry', path(id))));

export const madeDocumentPath = (id: number) => `/api/v1/made-documents/${id}/file`;
