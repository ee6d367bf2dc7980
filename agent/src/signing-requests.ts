import { createHash, randomBytes, randomUUID } from 'node:crypto';

export interface DocumentToSign {
  readonly digest: Buffer;
  readonly label: string;
  /** Digest, base64, of a document of the same act, signed before, that this one was made of. */
  readonly follows: string | undefined;
}

/** One list the school's page asks to be signed. */
export interface SigningRequest {
  readonly requestId: string;
  /** In the address of the page that shows it: nobody else can guess it. */
  readonly secret: string;
  readonly fingerprint: string;
  readonly description: string;
  readonly documents: readonly DocumentToSign[];
  /** Lists of one act are signed under one PIN; undefined: this list alone. */
  readonly act: string | undefined;
  /** SHA-256, hex, over the digests one after the other: the same as on the school's page. */
  readonly listDigest: string;
  readonly until: number;
  /** Counts the answers that were taken: a page’s form stands for one, however often it is sent. */
  attempt: number;
  state: 'waiting' | 'signing' | 'signed' | 'refused';
  signatures: readonly Uint8Array[];
}

export type Wanted = Pick<SigningRequest, 'fingerprint' | 'description' | 'documents' | 'act'>;

const KEPT_MS = 10 * 60_000;
const MOST_DOCUMENTS = 200;

/** Requests of this run of the agent; nothing is written down. */
export class SigningRequests {
  readonly #requests = new Map<string, SigningRequest>();

  add(wanted: Wanted): SigningRequest {
    this.#forgetOld();
    const listDigest = createHash('sha256').update(Buffer.concat(wanted.documents.map(({ digest }) => digest)));
    const request: SigningRequest = {
      ...wanted,
      requestId: randomUUID(),
      secret: randomBytes(24).toString('base64url'),
      listDigest: listDigest.digest('hex'),
      until: Date.now() + KEPT_MS,
      attempt: 1,
      state: 'waiting',
      signatures: [],
    };
    this.#requests.set(request.requestId, request);
    return request;
  }

  byId(requestId: string): SigningRequest | undefined {
    this.#forgetOld();
    return this.#requests.get(requestId);
  }

  bySecret(secret: string): SigningRequest | undefined {
    this.#forgetOld();
    return [...this.#requests.values()].find((request) => request.secret === secret);
  }

  #forgetOld(): void {
    for (const [id, { until }] of this.#requests) if (until < Date.now()) this.#requests.delete(id);
  }
}

/** What a page sent, or why it is none. */
export function readWanted(body: unknown): Wanted | string {
  const { fingerprint, description, documents, act } = (body ?? {}) as Record<string, unknown>;
  if (typeof fingerprint !== 'string' || typeof description !== 'string') return 'fingerprint and description wanted';
  if (!Array.isArray(documents) || documents.length === 0) return 'documents wanted';
  if (documents.length > MOST_DOCUMENTS) return `at most ${MOST_DOCUMENTS} documents`;
  const read = documents.map((given: { digest?: unknown; label?: unknown; follows?: unknown }) => ({
    digest: Buffer.from(String(given?.digest ?? ''), 'base64'),
    label: String(given?.label ?? '').slice(0, 300),
    follows: typeof given?.follows === 'string' ? given.follows : undefined,
  }));
  if (read.some(({ digest, label }) => digest.length !== 32 || label === ''))
    return 'each document: a SHA-256 digest in base64, and a label';
  return {
    fingerprint,
    description: description.slice(0, 300),
    documents: read,
    act: typeof act === 'string' && act !== '' ? act.slice(0, 100) : undefined,
  };
}
