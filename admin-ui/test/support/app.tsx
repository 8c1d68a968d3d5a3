// Starts the whole application on an address, over the API in memory.
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '../../src/app/App';
import { loginGate } from '../../src/api/login_gate';
import { createMockApi, type Reply } from '../mock/api';
import { newWorld, type World } from '../mock/data';
import { holdAnswer, holdRequest } from './contract';

const base = '/api/v1';

export interface Call {
  method: string;
  path: string;
  body: unknown;
}

interface Planned {
  method: string;
  path: RegExp;
  reply: Reply | 'no answer';
  times: number;
}

export interface Server {
  world: World;
  calls: Call[];
  // The next `times` requests that match get this instead.
  plan: (method: string, path: RegExp, reply: Reply | 'no answer', times?: number) => void;
  sent: (method: string, path: RegExp) => Call[];
}

// A file that is sent is no JSON: its screens are tried in a real browser.
async function jsonOf(request: Request): Promise<unknown> {
  if (!request.headers.get('Content-Type')?.startsWith('application/json')) return undefined;
  const text = await request.text();
  return text === '' ? undefined : JSON.parse(text);
}

function responseOf(reply: Reply): Response {
  const isText = reply.type !== undefined;
  const body = reply.body === undefined ? null : isText ? (reply.body as string) : JSON.stringify(reply.body);
  return new Response(body, { status: reply.status, headers: { 'Content-Type': reply.type ?? 'application/json' } });
}

export function startServer(world: World = newWorld()): Server {
  const api = createMockApi(world);
  const plans: Planned[] = [];
  const calls: Call[] = [];
  const takePlan = (method: string, path: string) => {
    const plan = plans.find((known) => known.times > 0 && known.method === method && known.path.test(path));
    if (plan) plan.times -= 1;
    return plan?.reply;
  };
  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.slice(base.length);
    const body = await jsonOf(request);
    calls.push({ method: request.method, path: path + url.search, body });
    holdRequest(request.method, path, body);
    const reply = takePlan(request.method, path) ?? api.answer(request.method, path + url.search, body);
    if (reply === 'no answer') throw new TypeError('network');
    holdAnswer(request.method, path, reply.status, reply.body);
    return responseOf(reply);
  };
  vi.stubGlobal('fetch', answer);
  return {
    world,
    calls,
    plan: (method, path, reply, times = 1) => plans.unshift({ method, path, reply, times }),
    sent: (method, path) => calls.filter((call) => call.method === method && path.test(call.path)),
  };
}

interface Start {
  server?: Server;
  isLoggedIn?: boolean;
}

export function openApp(path: string, { server = startServer(), isLoggedIn = true }: Start = {}): Server {
  loginGate.giveUp();
  server.world.session = isLoggedIn ? server.world.known : null;
  window.history.replaceState(null, '', `/admin${path}`);
  render(<App />);
  return server;
}
