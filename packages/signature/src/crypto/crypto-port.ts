import type { DigestAlgorithm, SignatureAlgorithm } from './algorithms.ts';
import type { HistoricAlgorithm } from './historic-algorithms.ts';

/** The only cryptography this package knows; an argument everywhere, so that a browser can bring its own. */
export interface CryptoPort {
  digest(algorithm: DigestAlgorithm, data: Uint8Array): Uint8Array;
  /**
   * Whether the signature is right. Never throws for bad input: a key that cannot be read, a key of another family, a
   * signature of the wrong length are all `false`.
   */
  verify(input: VerifyInput): boolean | Promise<boolean>;
  /** The same for algorithms no longer made; a port without it believes none of them. Signatures as in the file: DER. */
  verifyHistoric?(input: HistoricVerifyInput): boolean | Promise<boolean>;
}

export interface HistoricVerifyInput {
  readonly algorithm: HistoricAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

export interface VerifyInput {
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  /** The signed bytes themselves, not their digest. */
  readonly data: Uint8Array;
  /** ECDSA as r‖s, each of the curve's length (IEEE P1363); CMS and X.509 convert from DER before they come here. */
  readonly signature: Uint8Array;
  /** RSA-PSS only: bytes of the salt, where they are not those of the digest. */
  readonly saltLength?: number;
}
