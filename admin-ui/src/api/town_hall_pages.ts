// What the town hall says of itself beyond its address, and what remains to be done.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { DeclarationEdit, HoursExceptionsEdit, LegalEdit, Look } from './types';

export function useOverview() {
  return useQuery({ queryKey: ['overview'], queryFn: () => unwrap(api.GET('/overview')) });
}

export function useExceptions() {
  return useQuery({ queryKey: ['exceptions'], queryFn: () => unwrap(api.GET('/commune/exceptions')) });
}

export function useSaveExceptions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: HoursExceptionsEdit) => unwrap(api.PUT('/commune/exceptions', { body })),
    onSuccess: (saved) => queries.setQueryData(['exceptions'], saved),
  });
}

export function useLook() {
  return useQuery({ queryKey: ['look'], queryFn: () => unwrap(api.GET('/commune/look')) });
}

export function useSaveLook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Look) => unwrap(api.PUT('/commune/look', { body })),
    onSuccess: (saved) => queries.setQueryData(['look'], saved),
  });
}

export function useLegal() {
  return useQuery({ queryKey: ['legal'], queryFn: () => unwrap(api.GET('/commune/legal')) });
}

export function useSaveLegal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LegalEdit) => unwrap(api.PUT('/commune/legal', { body })),
    onSuccess: (saved) => queries.setQueryData(['legal'], saved),
  });
}

export function useDeclaration() {
  return useQuery({ queryKey: ['declaration'], queryFn: () => unwrap(api.GET('/commune/accessibility')) });
}

export function useSaveDeclaration() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: DeclarationEdit) => unwrap(api.PUT('/commune/accessibility', { body })),
    onSuccess: (saved) => queries.setQueryData(['declaration'], saved),
  });
}
