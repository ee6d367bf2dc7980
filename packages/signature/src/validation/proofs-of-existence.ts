import type { CryptoPort } from '../crypto/index.ts';
import { toHex } from '../der/simple-values.ts';

/** A proof of existence: what existed at a time, and what says so. */
export interface ProofOfExistence {
  /** `signature`, or the SHA-256 of the object’s DER, hex. */
  readonly of: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The timestamp that proves it. */
  readonly by: string;
}

/** What is known to have existed when. Without a proof everything exists since now. @spec EN 319 102-1 5.6.2.3 */
export class ProofsOfExistence {
  readonly #earliest = new Map<string, ProofOfExistence>();
  readonly #names = new WeakMap<Uint8Array, string>();
  readonly #crypto: CryptoPort;
  readonly #now: number;

  constructor(crypto: CryptoPort, now: number) {
    this.#crypto = crypto;
    this.#now = now;
  }

  addSignature(at: number, by: string): void {
    this.#add({ of: 'signature', at, by });
  }

  addObject(der: Uint8Array, at: number, by: string): void {
    this.#add({ of: this.#nameOf(der), at, by });
  }

  /** When the signature is known to have existed, epoch milliseconds. */
  ofSignature(): number {
    return this.#timeOf('signature');
  }

  /** When a certificate, a CRL, an OCSP response or a token is known to have existed, epoch milliseconds. */
  ofObject(der: Uint8Array): number {
    // Most signatures have no proofs but of themselves: no need to digest lists of megabytes for that.
    return this.#earliest.size === Number(this.#earliest.has('signature'))
      ? this.#now
      : this.#timeOf(this.#nameOf(der));
  }

  all(): readonly ProofOfExistence[] {
    return [...this.#earliest.values()];
  }

  #add(proof: ProofOfExistence): void {
    const before = this.#earliest.get(proof.of);
    if (proof.at < (before?.at ?? this.#now)) this.#earliest.set(proof.of, proof);
  }

  #timeOf(name: string): number {
    return this.#earliest.get(name)?.at ?? this.#now;
  }

  #nameOf(der: Uint8Array): string {
    const known = this.#names.get(der);
    if (known !== undefined) return known;
    const name = toHex(this.#crypto.digest('sha-256', der));
    this.#names.set(der, name);
    return name;
  }
}
