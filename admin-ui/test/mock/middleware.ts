// Serves the API in memory behind `vite` and `vite preview`, so that screens can be tried without the server.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { createMockApi, type MockApi } from './api';

const base = '/api/v1';
// The strictest that the screens stand: what the server sends must be no narrower.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types clocher-preview ProseMirrorClipboard";

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

async function serve(api: MockApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').slice(base.length);
  const reply = api.answer(request.method ?? 'GET', path, await bodyOf(request));
  response.statusCode = reply.status;
  response.setHeader('Content-Type', reply.type ?? 'application/json');
  response.end(reply.type === undefined && reply.body !== undefined ? JSON.stringify(reply.body) : reply.body);
}

export function mockApi(): Plugin {
  const api = createMockApi();
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url?.startsWith(base)) void serve(api, request, response);
    else next();
  };
  const guarded: Connect.NextHandleFunction = (request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    handle(request, response, next);
  };
  return {
    name: 'clocher-mock-api',
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(guarded),
  };
}
