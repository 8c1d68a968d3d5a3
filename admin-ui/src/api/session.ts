// Who is logged in.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import { ApiError } from './errors';
import type { Session } from './types';

export const sessionKey = ['session'] as const;

// null when nobody is logged in.
async function readSession(): Promise<Session | null> {
  try {
    return await unwrap(api.GET('/session'));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: 5 * 60_000 });
}

export interface Credentials {
  email: string;
  password: string;
}

export function login(credentials: Credentials): Promise<Session> {
  return unwrap(api.POST('/session', { body: credentials }));
}

export function useLogout() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/session')),
    onSuccess: () => {
      queries.setQueryData(sessionKey, null);
      // Once the screens are gone: clearing under them would make them ask again, without a session.
      setTimeout(() => queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] }));
    },
  });
}
