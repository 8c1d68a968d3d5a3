// What a request can fail with, in words that can be shown.
import { fr } from '../locales/fr';

export interface ErrorBody {
  code: string;
  message: string;
  fields?: Record<string, string>;
  retry_after?: number;
}

export class ApiError extends Error {
  constructor(
    readonly status: number, // 0 when no answer came
    readonly body: ErrorBody,
    readonly payload: unknown = undefined, // the whole answer: an edit conflict carries the current version
  ) {
    super(body.message);
    this.name = 'ApiError';
  }

  get fields(): Record<string, string> {
    return this.body.fields ?? {};
  }
}

export function noAnswer(): ApiError {
  return new ApiError(0, { code: 'network', message: fr.error.network });
}

function isErrorBody(value: unknown): value is { error: ErrorBody } {
  const error = (value as { error?: ErrorBody } | null | undefined)?.error;
  return typeof error?.message === 'string' && typeof error.code === 'string';
}

// A proxy may answer in our place: its page is not shown, a sentence of ours is.
export function asApiError(status: number, payload: unknown): ApiError {
  if (isErrorBody(payload)) return new ApiError(status, payload.error, payload);
  const message = status === 413 ? fr.error.tooLarge : status === 429 ? fr.error.tooMany : fr.error.unexpected;
  return new ApiError(status, { code: 'unexpected', message });
}

export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : fr.error.unexpected;
}
