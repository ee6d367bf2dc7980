/** A refusal in CSC form, or `unreachable` when there was no answer at all. */
export class CscError extends Error {
  readonly code: string;
  /** `status` member of the answer, where it has one. */
  readonly status: string | undefined;

  constructor(code: string, description: string, status?: string) {
    super(`${code}: ${description}`);
    this.code = code;
    this.status = status;
  }

  /** Trying the same again later can help. */
  get passing(): boolean {
    return ['unreachable', 'too_many_requests', 'service_unavailable', 'invalid_answer'].includes(this.code);
  }
}

const TIMEOUT_MS = 30_000;

export interface CscAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** @throws CscError. */
export async function postJson(url: string, body: object, token: string): Promise<CscAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new CscError('unreachable', error instanceof Error ? error.message : String(error));
  });
  const parsed = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (answer.ok) return { status: answer.status, body: parsed };
  if (answer.status === 429) throw new CscError('too_many_requests', url);
  if (answer.status >= 500) throw new CscError('service_unavailable', `${answer.status} from ${url}`);
  throw new CscError(
    String(parsed['error'] ?? 'refused'),
    String(parsed['error_description'] ?? answer.status),
    typeof parsed['status'] === 'string' ? parsed['status'] : undefined,
  );
}
