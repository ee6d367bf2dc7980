/** A refusal of a signing service in the words of CSC, or `unreachable` when there was no answer at all. */
export class ServiceError extends Error {
  readonly code: string;
  /** `status` member of the answer, where it has one. */
  readonly status: string | undefined;
  /** How long the service asks us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(code: string, description: string, more: { status?: string; retryAfterMs?: number } = {}) {
    super(`${code}: ${description}`);
    this.code = code;
    this.status = more.status;
    this.retryAfterMs = more.retryAfterMs;
  }

  /** Trying the same again later can help. */
  get passing(): boolean {
    return ['unreachable', 'too_many_requests', 'service_unavailable', 'invalid_answer'].includes(this.code);
  }

  /** How services say that they no longer know a request or an authorisation: it is asked for anew. */
  get lapsed(): boolean {
    return ['invalid_request', 'invalid_token', 'access_denied', 'not_found'].includes(this.code);
  }
}

const TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 60_000;
/** Some hundred signatures with a certificate chain are a tenth of this. */
const LARGEST_ANSWER = 8 << 20;

export interface ServiceAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ServiceCall {
  readonly url: string;
  readonly body: object;
  /** Bearer token, where the protocol has one. */
  readonly token?: string;
  readonly timeoutMs?: number;
}

/** @throws ServiceError. */
export async function postJson({ url, body, token, timeoutMs = TIMEOUT_MS }: ServiceCall): Promise<ServiceAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
    // Secrets go to the address that was agreed on and to no other.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new ServiceError('unreachable', error instanceof Error ? error.message : String(error));
  });
  const parsed = await readJson(answer).catch((error: unknown) => {
    // A cut half-way through a good answer is no answer; a refusal may well come without JSON.
    if (answer.ok) throw new ServiceError('unreachable', error instanceof Error ? error.message : String(error));
    return {};
  });
  const fields = (parsed ?? {}) as Record<string, unknown>;
  if (answer.ok) return { status: answer.status, body: fields };
  const retryAfterMs = waitAskedFor(answer.headers.get('retry-after'));
  const more = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (answer.status === 429) throw new ServiceError('too_many_requests', url, more);
  if (answer.status >= 500) throw new ServiceError('service_unavailable', `${answer.status} from ${url}`, more);
  throw new ServiceError(
    String(fields['error'] ?? (answer.status === 404 ? 'not_found' : 'refused')),
    String(fields['error_description'] ?? fields['message'] ?? answer.status),
    typeof fields['status'] === 'string' ? { status: fields['status'] } : {},
  );
}

/** @throws Error when it is no JSON, or too much of it. */
async function readJson({ body }: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Retry-After in seconds; a date is left out, our clock and theirs may differ. */
function waitAskedFor(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Math.min(Number(header) * 1000, LONGEST_WAIT_MS) : undefined;
}
