// The menu and the sections of the public site.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Menu = Schemas['Menu'];
export type MenuEntry = Schemas['MenuEntry'];
export type Section = Schemas['Section'];
export type SectionEdit = Schemas['SectionEdit'];

export function useSections() {
  return useQuery({ queryKey: ['sections'], queryFn: () => unwrap(api.GET('/sections')) });
}

export function useMenu() {
  return useQuery({ queryKey: ['menu'], queryFn: () => unwrap(api.GET('/menu')) });
}

function useMenuChange<Input>(change: (input: Input) => Promise<Menu>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (menu) => queries.setQueryData(['menu'], menu) });
}

export const useSaveMenu = () => useMenuChange((entries: MenuEntry[]) => unwrap(api.PUT('/menu', { body: { entries } })));
export const useResetMenu = () => useMenuChange(() => unwrap(api.DELETE('/menu')));

// A section has its name in the usual menu, and its pages in the list of contents.
function useSectionChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(['sections', 'menu', 'contents'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}

export const useAddSection = () => useSectionChange((section: SectionEdit) => unwrap(api.POST('/sections', { body: section })));
export const useSaveSection = (id: number) =>
  useSectionChange((section: SectionEdit) => unwrap(api.PUT('/sections/{id}', { params: { path: { id } }, body: section })));
export const useOrderSections = () => useSectionChange((ids: number[]) => unwrap(api.POST('/sections/order', { body: { ids } })));
export const useRemoveSection = () => useSectionChange((id: number) => unwrap(api.DELETE('/sections/{id}', { params: { path: { id } } })));

export interface Place {
  id: number;
  section: string;
  place: number; // 1 is first
}

export const usePlacePage = () =>
  useSectionChange(({ id, section, place }: Place) => unwrap(api.POST('/contents/{id}/place', { params: { path: { id } }, body: { section, place } })));
