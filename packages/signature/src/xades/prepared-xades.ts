import type { SignatureAlgorithm } from '../crypto/index.ts';
import type { Commitment } from './names.ts';

/** What one signature is to say. */
export interface XadesInput {
  readonly ids: XadesIds;
  /** What is signed, in order: at most 29, since the signature's own properties are one more. */
  readonly references: readonly XadesReferenceInput[];
  /** The signatory's certificate, DER. */
  readonly certificate: Uint8Array;
  /** Certificates above it to put into the file, DER; each is bound by the signature. */
  readonly chain?: readonly Uint8Array[];
  /** ISO 8601 in UTC, whole seconds: `2027-05-31T08:00:00Z`. */
  readonly signingTime: string;
  /** Claimed role, as text. */
  readonly role: string;
  readonly commitment: Commitment;
  readonly policy?: SignaturePolicy;
  readonly algorithm: SignatureAlgorithm;
}

/** Unique in the file the signature will stand in. */
export interface XadesIds {
  readonly signature: string;
  readonly signatureValue: string;
  readonly signedProperties: string;
}

export interface XadesReferenceInput {
  /** `#id` of an element of the same file. */
  readonly uri: string;
  /** SHA-256 of the element's exclusive canonical form. */
  readonly digest: Uint8Array;
  readonly mimeType: string;
  /** `referenceType.countersignedSignature` where an earlier SignatureValue is signed. */
  readonly type?: string;
}

export interface SignaturePolicy {
  /** A URI; `urn:oid:…` for an object identifier. */
  readonly id: string;
  /** SHA-256 of the published policy document. */
  readonly digest: Uint8Array;
  readonly description?: string;
}

/** A signature lacking only its value; plain JSON, so that it can wait in a database. */
export interface PreparedXades {
  readonly ids: XadesIds;
  readonly algorithm: SignatureAlgorithm;
  /** Canonical, as they will stand in the file. */
  readonly signedInfo: string;
  readonly signedProperties: string;
  /** Base64 DER, the signatory's first. */
  readonly certificates: readonly string[];
}
