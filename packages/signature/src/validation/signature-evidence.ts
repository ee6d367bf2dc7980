import type { Certificate } from '../certificate/index.ts';
import type { DigestAlgorithm, SignatureAlgorithm } from '../crypto/index.ts';

/**
 * What a reader of one format (XAdES, PAdES) found about one signature, before anyone judges certificates, times or
 * policy. The validation process of EN 319 102-1 works on this alone and so knows no format.
 */
export interface SignatureEvidence {
  /** XML `Id`, or the name of the PDF field. */
  readonly id: string;
  /** For people: where in the file it stands. */
  readonly where: string;
  readonly format: 'XAdES' | 'XML-DSig' | 'PAdES' | 'PKCS7-PDF' | 'CAdES';
  /** The signature this one countersigns; absent for others. */
  readonly counterSignatureOf?: string;
  /** Highest baseline level its properties reach by form. */
  readonly level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'below-baseline';
  /** Why the format cannot be processed (`FORMAT_FAILURE`) or signed data is missing (`SIGNED_DATA_NOT_FOUND`) … */
  readonly problems: readonly EvidenceProblem[];
  /** Each piece of signed data and whether its digest holds; empty means: signs nothing. */
  readonly covered: readonly CoveredData[];
  /** The value fits the signed bytes and the key of `signingCertificate`; absent: could not be tried. */
  readonly signatureIntact?: boolean;
  /** Bound by the signed properties; absent: not found, or what the file binds is not the key's. */
  readonly signingCertificate?: Certificate;
  readonly signingCertificateBound: boolean;
  readonly algorithm?: SignatureAlgorithm;
  /** Every algorithm the signature's own security rests on, for the policy on algorithms by date. */
  readonly algorithmsUsed: readonly AlgorithmUse[];
  /** Claimed, epoch milliseconds. */
  readonly claimedSigningTime?: number;
  readonly role?: string;
  readonly commitment?: string;
  readonly signaturePolicy?: { readonly id: string; readonly digestOk?: boolean };
  /** Everything the file carries for this signature (KeyInfo, CertificateValues, CMS, DSS …), DER. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  readonly timestamps: readonly TimestampEvidence[];
  /** PDF: what later revisions changed; empty when nothing. */
  readonly changesAfter: readonly { readonly kind: string; readonly permitted: boolean; readonly detail?: string }[];
  /** Whether the whole file (as far as it can be) is covered. */
  readonly coversWholeFile: boolean;
}

export interface EvidenceProblem {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly subIndication:
    | 'FORMAT_FAILURE'
    | 'HASH_FAILURE'
    | 'SIG_CRYPTO_FAILURE'
    | 'SIGNED_DATA_NOT_FOUND'
    | 'SIG_CONSTRAINTS_FAILURE'
    | 'NO_SIGNING_CERTIFICATE_FOUND';
  readonly where: string;
}

export interface CoveredData {
  /** Reference URI, or `ByteRange`. */
  readonly uri: string;
  /** What it is, for people: `/HocBa/KetQua`, "whole document", a file's name, "revision 2 of 3". */
  readonly what: string;
  readonly intact: boolean;
  /** Its digest is by an algorithm nobody here can compute: neither known to be intact nor known to be changed. */
  readonly untried?: true;
  /** `false` where the data was not there to be judged. */
  readonly found: boolean;
}

export interface AlgorithmUse {
  readonly role: 'signature' | 'digest';
  readonly algorithm: SignatureAlgorithm | DigestAlgorithm | 'unknown';
  /** RSA modulus or curve size, where the role is a signature. */
  readonly keyBits?: number;
  readonly where: string;
}

/** One RFC 3161 token with what it is over, digested anew from this very file. */
export interface TimestampEvidence {
  readonly id: string;
  readonly kind: 'content' | 'signature' | 'references' | 'archive' | 'document';
  readonly token: Uint8Array;
  /** The digest the token must hold, by the algorithm asked for; `undefined`: what it covers could not be rebuilt. */
  imprint(algorithm: DigestAlgorithm): Uint8Array | undefined;
  /** What existed by its time: the proofs of existence it gives. DER digests are SHA-256 hex. @spec EN 319 102-1 5.6.2.3 */
  readonly proves: {
    readonly signatureValue: boolean;
    readonly signedData: boolean;
    /** Certificates, CRLs, OCSP responses and earlier tokens it covers, DER. */
    readonly objects: readonly Uint8Array[];
  };
}
