/** A person at a browser, without the browser: keeps cookies and the CSRF token, speaks JSON. */
export interface HttpClient {
  readonly baseUrl: string;
  get<T = Answer>(path: string): Promise<T>;
  post<T = Answer>(path: string, body?: object): Promise<T>;
  put<T = Answer>(path: string, body: object): Promise<T>;
  upload<T = Answer>(
    path: string,
    file: { name: string; bytes: Uint8Array },
    fields?: Record<string, string>,
  ): Promise<T>;
  bytes(path: string): Promise<Uint8Array>;
  /** Raw, redirects not followed; for sign-in at other sites and for refusals. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

export type Answer = Record<string, never>;

/** A refusal, with the server's own sentence. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: readonly { sentence: string; where?: string }[];
  constructor(
    status: number,
    body: { code?: string; sentence?: string; problems?: { sentence: string; where?: string }[] },
  ) {
    super(`${status} ${body.code ?? ''}: ${body.sentence ?? ''}`);
    this.status = status;
    this.code = body.code ?? '';
    this.problems = body.problems ?? [];
  }
}

export function httpClient(baseUrl: string): HttpClient & { setToken(token: string): void } {
  const cookies = new Map<string, string>();
  let token = '';
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (token) headers.set('x-csrf-token', token);
    const answer = await fetch(new URL(path, baseUrl), { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const answer = await request(path, init);
    const body = (await answer.json().catch(() => ({}))) as T;
    if (!answer.ok) throw new Refusal(answer.status, body as object);
    return body;
  };
  const send = (method: string, body: object = {}) => ({
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return {
    baseUrl,
    request,
    setToken: (given) => {
      token = given;
    },
    get: (path) => json(path),
    post: (path, body) => json(path, send('POST', body)),
    put: (path, body) => json(path, send('PUT', body)),
    upload: (path, file, fields = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new Blob([Buffer.from(file.bytes)]), file.name);
      return json(path, { method: 'POST', body: form });
    },
    bytes: async (path) => {
      const answer = await request(path);
      if (!answer.ok) throw new Refusal(answer.status, (await answer.json().catch(() => ({}))) as object);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

const waitWhenTooMany = 5_000;
const mostWaits = 20;

/** Signs in at an install; where too many sign in at once, waits as the refusal asks and tries again. */
export async function signedIn(baseUrl: string, username: string, password: string): Promise<HttpClient> {
  const client = httpClient(baseUrl);
  for (let waits = 0; ; waits += 1) {
    try {
      const { csrfToken } = await client.post<{ csrfToken: string }>('/api/session', { username, password });
      client.setToken(csrfToken);
      return client;
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 429) || waits === mostWaits) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitWhenTooMany));
    }
  }
}
