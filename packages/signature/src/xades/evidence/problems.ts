import { SignatureError } from '../../errors.ts';
import type { EvidenceProblem } from '../../validation/signature-evidence.ts';
import { placeOf, type XmlElement } from '../../xml/index.ts';

/**
 * Every reason a reader of foreign files has, and what it means to the validation process. What stands elsewhere than
 * it must is data not found: whatever was found there is not what the signature speaks of. @spec EN 319 102-1 5.2
 */
export const problemMeaning = {
  'structure-wrong': 'FORMAT_FAILURE',
  'value-malformed': 'FORMAT_FAILURE',
  'signature-lookalike': 'FORMAT_FAILURE',
  'signature-misplaced': 'FORMAT_FAILURE',
  'signature-part-misplaced': 'FORMAT_FAILURE',
  'too-many-signatures': 'FORMAT_FAILURE',
  'too-many-references': 'FORMAT_FAILURE',
  'too-many-transforms': 'FORMAT_FAILURE',
  'too-large': 'FORMAT_FAILURE',
  'canonicalisation-not-allowed': 'FORMAT_FAILURE',
  'transform-not-allowed': 'FORMAT_FAILURE',
  'enveloped-transform-outside': 'FORMAT_FAILURE',
  'algorithm-symmetric': 'FORMAT_FAILURE',
  'algorithm-not-supported': 'SIG_CONSTRAINTS_FAILURE',
  'name-ambiguous': 'FORMAT_FAILURE',
  'properties-repeated': 'FORMAT_FAILURE',
  'properties-elsewhere': 'FORMAT_FAILURE',
  'signed-properties-of-another': 'FORMAT_FAILURE',
  'signed-properties-not-signed': 'FORMAT_FAILURE',
  'signed-properties-misplaced': 'SIGNED_DATA_NOT_FOUND',
  'signed-properties-changed': 'HASH_FAILURE',
  'no-references': 'SIGNED_DATA_NOT_FOUND',
  'nothing-signed': 'SIGNED_DATA_NOT_FOUND',
  'reference-not-found': 'SIGNED_DATA_NOT_FOUND',
  'reference-external': 'SIGNED_DATA_NOT_FOUND',
  'reference-misplaced': 'SIGNED_DATA_NOT_FOUND',
  'reference-type-wrong': 'SIGNED_DATA_NOT_FOUND',
  'reference-digest-wrong': 'HASH_FAILURE',
  'counter-signature-of-another': 'HASH_FAILURE',
  'signature-value-wrong': 'SIG_CRYPTO_FAILURE',
  'key-retrieval-not-allowed': 'NO_SIGNING_CERTIFICATE_FOUND',
  'certificate-malformed': 'NO_SIGNING_CERTIFICATE_FOUND',
  'signing-certificate-mismatch': 'NO_SIGNING_CERTIFICATE_FOUND',
  'signing-certificate-unknown': 'NO_SIGNING_CERTIFICATE_FOUND',
} as const satisfies Record<string, EvidenceProblem['subIndication']>;

export type EvidenceProblemCode = keyof typeof problemMeaning;

export function problemAt(code: EvidenceProblemCode, element: XmlElement): EvidenceProblem {
  return { code, subIndication: problemMeaning[code], where: placeOf(element) };
}

/** Stops reading a part of a signature; whoever asked for the part notes it and goes on with the others. */
export class EvidenceRefusal extends Error {
  readonly problem: EvidenceProblem;

  constructor(code: EvidenceProblemCode, at: XmlElement) {
    super(code);
    this.name = 'EvidenceRefusal';
    this.problem = problemAt(code, at);
  }
}

/** Whatever stops the reading of one part. Throws what is no finding about the file. */
export function problemOf(error: unknown, at: XmlElement): EvidenceProblem {
  if (error instanceof EvidenceRefusal) return error.problem;
  if (!(error instanceof SignatureError)) throw error;
  return problemAt(error.code === 'xml-too-large' ? 'too-large' : 'canonicalisation-not-allowed', at);
}
