// The one door to the server: typed by openapi.json, waits for a new login when the session has ended.
import createClient from 'openapi-fetch';
import { asApiError, noAnswer } from './errors';
import { loginGate } from './login_gate';
import type { paths } from './schema';

const base = '/api/v1';

function isAboutSession(request: Request): boolean {
  return new URL(request.url).pathname === `${base}/session`;
}

async function send(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch {
    throw noAnswer();
  }
}

async function sendWithSession(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 401 || isAboutSession(request)) return response;
  return (await loginGate.wait()) ? sendWithSession(again) : response;
}

export const api = createClient<paths>({ baseUrl: new URL(base, window.location.origin).href, fetch: sendWithSession });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// The value, or a thrown ApiError.
export async function unwrap<T>(pending: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await pending;
  if (!response.ok) throw asApiError(response.status, error);
  return data as T;
}
