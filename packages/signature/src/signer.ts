import type { SignatureAlgorithm } from './crypto/algorithms.ts';

/** Anything that can sign: a token on a desk, a remote service, a key file in a test. */
export interface Signer {
  /** The signatory's certificate, DER. */
  readonly certificate: Uint8Array;
  /** The certificates above it, DER, issuer of the signatory first; the root may be absent. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /**
   * Signs digests made with the algorithm's own digest, and returns the signatures in the same order; ECDSA as r‖s.
   * One call is one act of the signatory, however many digests. Rejects with SignatureError `signing-failed`, or with
   * the reason of `signal` when it is aborted.
   */
  signDigests(digests: readonly Uint8Array[], options?: SigningOptions): Promise<readonly Uint8Array[]>;
}

export interface SigningOptions {
  /** Ends the act between two signatures, or while somebody is waited for. */
  readonly signal?: AbortSignal;
}
