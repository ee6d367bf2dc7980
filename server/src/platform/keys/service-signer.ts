import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  parseCertificate,
  type SignatureAlgorithm,
  SignatureError,
  type Signer,
  signatureAlgorithms,
} from '@hocba/signature';
import { requireDigests, verifyDigest } from '@hocba/signature/node';
import { plainSignature } from './plain-signature.ts';
import { ServiceError } from './service-http.ts';
import type { ServiceCredential, SigningService } from './signing-service.ts';

export interface ServiceSignerOf {
  readonly service: SigningService;
  readonly access: string;
  readonly credential: ServiceCredential;
  readonly algorithm: SignatureAlgorithm;
  /** What the phone shows. */
  readonly description: string;
  /** How long somebody may take to answer on the phone, one time. */
  readonly patienceMs?: number;
}

const POLL_MS = 100;
const RETRY_MS = 200;
/** Calls and requests in a row that bring nothing new. */
const MOST_FRUITLESS = 20;

/**
 * A remote signing service as a Signer, for who can wait for the phone (a command, a test). The server's acts go step by
 * step through the database instead, with the same service and the same rules: chunks of `multisign`, only what is
 * missing is asked for again, nothing is returned that does not verify.
 */
export function serviceSigner(of: ServiceSignerOf): Signer {
  const { certificate, chain } = of.credential;
  return {
    certificate,
    chain,
    algorithm: of.algorithm,
    signDigests: async (digests, { signal } = {}) => {
      signal?.throwIfAborted();
      requireDigests(of.algorithm, digests);
      const act = new Act(of, digests, signal);
      try {
        await act.run();
      } catch (error) {
        signal?.throwIfAborted();
        throw error instanceof ServiceError ? new SignatureError('signing-failed', error.message) : error;
      }
      return digests.map((digest) => act.signatureOf(digest));
    },
  };
}

/** One call of `signDigests`: which digests have their signature, and what brought nothing. */
class Act {
  readonly #of: ServiceSignerOf;
  readonly #signal: AbortSignal | undefined;
  readonly #signatures = new Map<string, Uint8Array | undefined>();
  #fruitless = 0;

  constructor(of: ServiceSignerOf, digests: readonly Uint8Array[], signal: AbortSignal | undefined) {
    this.#of = of;
    this.#signal = signal;
    for (const digest of digests) this.#signatures.set(hex(digest), undefined);
  }

  async run(): Promise<void> {
    for (;;) {
      const missing = this.#missing();
      if (missing.length === 0) return;
      const list = missing.slice(0, Math.max(1, this.#of.credential.multisign));
      await this.#signList(list);
      // An authorisation that was over before it could be used must not be asked for for ever.
      if (this.#missing().length === missing.length) await this.#nothingNew(RETRY_MS);
    }
  }

  signatureOf(digest: Uint8Array): Uint8Array {
    const signature = this.#signatures.get(hex(digest));
    if (!signature) throw new SignatureError('signing-failed', 'a digest is without signature');
    return signature;
  }

  #missing(): Uint8Array[] {
    return [...this.#signatures].filter(([, value]) => value === undefined).map(([name]) => Buffer.from(name, 'hex'));
  }

  /** Until every digest of the list is signed, or the authorisation is over. */
  async #signList(list: readonly Uint8Array[]): Promise<void> {
    const approval = await this.#authorise(list);
    const { service, access, credential, algorithm } = this.#of;
    while (approval && performance.now() < approval.until) {
      const hashes = list.filter((digest) => this.#signatures.get(hex(digest)) === undefined);
      if (hashes.length === 0) return;
      const signAlgorithmOid = signatureAlgorithms[algorithm].oid;
      const { credentialId } = credential;
      const values = await this.#patiently(() =>
        service.signHashes(access, { credentialId, sad: approval.sad, hashes, signAlgorithmOid }),
      );
      if (values === 'lapsed') return;
      if (!this.#keep(hashes, values)) await this.#nothingNew(RETRY_MS);
    }
  }

  async #authorise(list: readonly Uint8Array[]): Promise<{ sad: string; until: number } | undefined> {
    const { service, access, credential, description, patienceMs = 300_000 } = this.#of;
    const root = createHash('sha256').update(Buffer.concat(list)).digest('hex');
    const labels = list.map((_, index) => `${description} ${index + 1}`);
    const { credentialId } = credential;
    const request = await this.#patiently(() =>
      service.requestAuthorisation(access, { credentialId, hashes: list, labels, root, description }),
    );
    if (request === 'lapsed') return undefined;
    for (
      const end = performance.now() + patienceMs;
      performance.now() < end;
      await wait(POLL_MS, undefined, this.#wait())
    ) {
      const answer = await this.#patiently(() => service.checkAuthorisation(access, request));
      if (answer === 'lapsed') return undefined;
      if (answer.state === 'refused') throw new SignatureError('signing-failed', answer.sentence);
      if (answer.state === 'approved')
        return { sad: answer.sad, until: performance.now() + answer.expiresInSeconds * 1000 };
    }
    throw new SignatureError('signing-failed', 'nobody answered on the phone');
  }

  /** Asks again while the service is down or busy, as late as it wishes. */
  async #patiently<T>(call: () => Promise<T>): Promise<T | 'lapsed'> {
    for (;;) {
      this.#signal?.throwIfAborted();
      try {
        return await call();
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        if (!error.passing && !error.lapsed) throw error;
        await this.#nothingNew(error.retryAfterMs ?? RETRY_MS);
        if (!error.passing) return 'lapsed';
      }
    }
  }

  async #nothingNew(pauseMs: number): Promise<void> {
    this.#fruitless += 1;
    if (this.#fruitless >= MOST_FRUITLESS)
      throw new SignatureError('signing-failed', 'the service brings no signature that verifies');
    await wait(pauseMs, undefined, this.#wait());
  }

  #wait() {
    return this.#signal ? { signal: this.#signal } : {};
  }

  /** Pairs by verifying, never by position. Whether anything new came. */
  #keep(hashes: readonly Uint8Array[], values: readonly Uint8Array[]): boolean {
    const { spki, publicKeyAlgorithm } = parseCertificate(this.#of.credential.certificate);
    const { algorithm } = this.#of;
    const plain = values.map((value) => plainSignature(publicKeyAlgorithm, value));
    let kept = 0;
    for (const [index, digest] of hashes.entries()) {
      const likely = [plain[index], ...plain].filter((value) => value !== undefined);
      const found = likely.find((signature) => verifyDigest({ algorithm, publicKey: spki, digest, signature }));
      if (!found) continue;
      this.#signatures.set(hex(digest), found);
      kept += 1;
    }
    if (kept > 0) this.#fruitless = 0;
    return kept > 0;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
