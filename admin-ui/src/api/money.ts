// Régies and their money: the day at the till, receipts, bordereaux, months, statements, debts, payments.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Regie = Schemas['Regie'];
export type RegieEdit = Schemas['RegieEdit'];
export type Means = Schemas['MeansOfPayment'];
export type Till = Schemas['Till'];
export type TillDay = Schemas['TillDay'];
export type CoinPile = Schemas['CoinPile'];
export type Receipt = Schemas['Receipt'];
export type NewReceipt = Schemas['NewReceipt'];
export type Bordereau = Schemas['Bordereau'];
export type BordereauWaiting = Schemas['BordereauWaiting'];
export type RegieMonth = Schemas['RegieMonth'];
export type Discrepancy = Schemas['Discrepancy'];
export type BankStatementFile = Schemas['BankStatementFile'];
export type Debt = Schemas['Debt'];
export type DebtNew = Schemas['DebtNew'];
export type DebtImportFile = Schemas['DebtImportFile'];
export type Payment = Schemas['Payment'];

const path = (id: number) => ({ params: { path: { id } } });

// Everything of one régie is asked again after any deed: a receipt moves the till, the month and what waits.
function useDeed<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['money'] }) });
}

export const useRegies = () => useQuery({ queryKey: ['money', 'regies'], queryFn: () => unwrap(api.GET('/regies')) });

export const useRegie = (id: number) => useQuery({ queryKey: ['money', 'regie', id], queryFn: () => unwrap(api.GET('/regies/{id}', path(id))) });

export const useCreateRegie = () => useDeed((body: RegieEdit) => unwrap(api.POST('/regies', { body })));
export const useSaveRegie = (id: number) => useDeed((body: RegieEdit) => unwrap(api.PUT('/regies/{id}', { ...path(id), body })));
export const useSaveAccount = (id: number) =>
  useDeed((body: { gateway: Regie['gateway']; account: string; secret?: string }) => unwrap(api.PUT('/regies/{id}/account', { ...path(id), body })));
export const useTestConnection = (id: number) => useDeed(() => unwrap(api.POST('/regies/{id}/connection', path(id))));
export const useChangeMode = (id: number) => useDeed((mode: Regie['mode']) => unwrap(api.POST('/regies/{id}/mode', { ...path(id), body: { mode } })));
export const useStartTrial = (id: number) => useDeed(() => unwrap(api.POST('/regies/{id}/trial', path(id))));

export const useTill = (id: number) => useQuery({ queryKey: ['money', 'till', id], queryFn: () => unwrap(api.GET('/regies/{id}/till', path(id))) });
export const useOpenTill = (id: number) => useDeed((float_cents: number) => unwrap(api.POST('/regies/{id}/till/open', { ...path(id), body: { float_cents } })));
export const useCloseTill = (id: number) =>
  useDeed((body: { till: CoinPile[]; remark: string }) => unwrap(api.POST('/regies/{id}/till/close', { ...path(id), body })));

export const useReceipts = (id: number) => useQuery({ queryKey: ['money', 'receipts', id], queryFn: () => unwrap(api.GET('/regies/{id}/receipts', path(id))) });
export const useTakeReceipt = (id: number) => useDeed((body: NewReceipt) => unwrap(api.POST('/regies/{id}/receipts', { ...path(id), body })));
export const useCorrectReceipt = (id: number) => useDeed((why: string) => unwrap(api.POST('/counter-receipts/{id}/correct', { ...path(id), body: { why } })));

export const useBordereaux = (id: number) => useQuery({ queryKey: ['money', 'bordereaux', id], queryFn: () => unwrap(api.GET('/regies/{id}/bordereaux', path(id))) });
export const useMakeBordereau = (id: number) =>
  useDeed((body: Schemas['NewBordereau']) => unwrap(api.POST('/regies/{id}/bordereaux', { ...path(id), body })));

const monthPath = (id: number, month: string) => ({ params: { path: { id, month } } });
export const useMonth = (id: number, month: string) =>
  useQuery({ queryKey: ['money', 'month', id, month], queryFn: () => unwrap(api.GET('/regies/{id}/months/{month}', monthPath(id, month))) });
export const useMonthDocuments = (id: number, month: string) =>
  useQuery({
    queryKey: ['money', 'month-documents', id, month],
    queryFn: () => unwrap(api.GET('/regies/{id}/months/{month}/documents', monthPath(id, month))),
    refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'queued') ? 2000 : false),
  });
export const usePrintMonth = (id: number, month: string) => useDeed(() => unwrap(api.POST('/regies/{id}/months/{month}/documents', monthPath(id, month))));
export const monthFilePath = (id: number, month: string, file: 'statement' | 'entries') => `/api/v1/regies/${id}/months/${month}/${file}.csv`;

export const useDiscrepancies = (id: number) =>
  useQuery({ queryKey: ['money', 'discrepancies', id], queryFn: () => unwrap(api.GET('/regies/{id}/discrepancies', path(id))) });
export const useSettleDiscrepancy = (id: number) =>
  useDeed((remark: string) => unwrap(api.POST('/discrepancies/{id}/settle', { ...path(id), body: { remark } })));
export const useStatements = (id: number) =>
  useQuery({ queryKey: ['money', 'statements', id], queryFn: () => unwrap(api.GET('/regies/{id}/bank-statements', path(id))) });
export const useImportStatement = (id: number) =>
  useDeed((body: BankStatementFile) => unwrap(api.POST('/regies/{id}/bank-statements', { ...path(id), body })));

export const useDebts = (regie_id: number, text: string) =>
  useQuery({ queryKey: ['money', 'debts', regie_id, text], queryFn: () => unwrap(api.GET('/debts', { params: { query: { regie_id, text } } })) });
export const useCreateDebt = () => useDeed((body: DebtNew) => unwrap(api.POST('/debts', { body })));
export const useCancelDebt = (id: number) => useDeed((why: string) => unwrap(api.POST('/debts/{id}/cancel', { ...path(id), body: { why } })));
export const useCheckDebtImport = () => useMutation({ mutationFn: (body: DebtImportFile) => unwrap(api.POST('/debt-imports/check', { body })) });
export const useImportDebts = () => useDeed((body: DebtImportFile) => unwrap(api.POST('/debt-imports', { body })));

export const usePayments = (regie_id: number) =>
  useQuery({ queryKey: ['money', 'payments', regie_id], queryFn: () => unwrap(api.GET('/payments', { params: { query: { regie_id, pending: '1' } } })) });
export const useAskAboutPayment = (id: number) => useDeed(() => unwrap(api.POST('/payments/{id}/ask', path(id))));
