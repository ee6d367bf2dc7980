import { serverText } from './labels/server.ts';

/** One thing that is wrong: what, where, what to do. */
export interface Problem {
  readonly code: string;
  readonly sentence: string;
  readonly where?: string;
}

/** The server's refusal, or that it could not be reached (`status` 0). `message` is the sentence to show. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(status: number, body: { code: string; sentence: string; problems?: readonly Problem[] }) {
    super(body.sentence);
    this.status = status;
    this.code = body.code;
    this.problems = body.problems ?? [];
  }
}

let csrfToken = '';

export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

/** @throws Refusal */
export function get<T>(path: string): Promise<T> {
  return request<T>(path, {});
}

/** @throws Refusal */
export function send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object = {}): Promise<T> {
  return request<T>(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

/** Fields first: the server reads the parts in order. @throws Refusal */
export function upload<T>(path: string, file: File, fields: Readonly<Record<string, string>> = {}): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file, file.name);
  return request<T>(path, { method: 'POST', body: form });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  try {
    return await answered<T>(path, init);
  } catch (error) {
    // Another tab signed in or out: the token of this page is stale, the session may still be good.
    if (!(error instanceof Refusal) || !error.code.startsWith('fst_csrf')) throw error;
    keepCsrfToken((await answered<{ csrfToken: string }>('/api/session', {})).csrfToken);
    return answered<T>(path, init);
  }
}

async function answered<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  if (init.method) headers.set('x-csrf-token', csrfToken);
  const answer = await fetch(path, { ...init, headers }).catch(() => undefined);
  if (!answer) throw new Refusal(0, { code: 'unreachable', sentence: serverText.unreachable });
  const body: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return body as T;
  throw new Refusal(answer.status, isRefusal(body) ? body : { code: 'fault', sentence: serverText.fault });
}

function isRefusal(body: unknown): body is { code: string; sentence: string; problems: readonly Problem[] } {
  return typeof body === 'object' && body !== null && 'sentence' in body && 'code' in body;
}
