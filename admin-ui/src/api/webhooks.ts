// The other systems that a procedure tells of its cases.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from './client';
import type { components } from './schema';

export type Webhook = components['schemas']['Webhook'];
export type WebhookNew = components['schemas']['WebhookNew'];

const of = (slug: string) => ({ params: { path: { slug } } });
const one = (slug: string, id: number) => ({ params: { path: { slug, id } } });

// A try takes a moment: what waits is asked for again.
export function useWebhooks(slug: string) {
  return useQuery({
    queryKey: ['webhooks', slug],
    queryFn: () => unwrap(api.GET('/procedures/{slug}/webhooks', of(slug))),
    refetchInterval: ({ state }) => (state.data?.items.some(({ deliveries }) => deliveries[0]?.state === 'pending') ? 3000 : false),
  });
}

function useChange<Input, Result>(slug: string, mutationFn: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks', slug] }) });
}

export const useAddWebhook = (slug: string) =>
  useChange(slug, (body: WebhookNew) => unwrap(api.POST('/procedures/{slug}/webhooks', { ...of(slug), body })));
export const useRemoveWebhook = (slug: string) =>
  useChange(slug, (id: number) => unwrap(api.DELETE('/procedures/{slug}/webhooks/{id}', one(slug, id))));
export const useTryWebhook = (slug: string) =>
  useChange(slug, (id: number) => unwrap(api.POST('/procedures/{slug}/webhooks/{id}/try', one(slug, id))));
