import type { CryptoPort, DigestAlgorithm } from '../../crypto/index.ts';
import { equalBytes } from '../../der/writer.ts';
import { SignatureError } from '../../errors.ts';
import { parseTimestampToken } from '../../timestamp/index.ts';
import { archiveImprintData } from '../archive-imprint.ts';
import { encodeBase64 } from '../base64-text.ts';
import { CanonicalParts } from '../canonical-parts.ts';
import { exclusiveC14n, xades141Namespace } from '../names.ts';
import { XadesRefusal } from '../refusal.ts';
import { findStanding, type StandingSignature, withProperties } from './find-signature.ts';

export interface ArchiveTimestampInput {
  /** The record's file, B-LT or with archive timestamps already. */
  readonly xml: Uint8Array;
  readonly signatureId: string;
  readonly crypto: CryptoPort;
}

/**
 * The digest a timestamp authority is asked for, so that the signature becomes B-LTA or its archive timestamp is
 * renewed. Throws XmlError, `xades-malformed`. @spec EN 319 132-1 5.5.2
 */
export function prepareArchiveTimestamp(
  input: ArchiveTimestampInput,
  algorithm: DigestAlgorithm = 'sha-256',
): Uint8Array {
  return digestOf(findStanding(input.xml, input.signatureId), input.crypto, algorithm);
}

/**
 * The file with the token (DER) as ArchiveTimeStamp behind everything it covers. Throws XmlError, `timestamp-malformed`,
 * and `xades-malformed` where the token is over something else: the file may have changed since it was prepared.
 */
export function completeArchiveTimestamp(input: ArchiveTimestampInput, token: Uint8Array): Uint8Array {
  const standing = findStanding(input.xml, input.signatureId);
  const { algorithm, digest } = parseTimestampToken(token).info.imprint;
  const fits = algorithm !== undefined && equalBytes(digest, digestOf(standing, input.crypto, algorithm));
  if (!fits) throw new SignatureError('xades-malformed', 'a timestamp of something else');
  const name = 'xades141:ArchiveTimeStamp';
  const method = `<ds:CanonicalizationMethod Algorithm="${exclusiveC14n}"></ds:CanonicalizationMethod>`;
  const encapsulated = `<xades:EncapsulatedTimeStamp>${encodeBase64(token)}</xades:EncapsulatedTimeStamp>`;
  return withProperties(standing, `<${name} xmlns:xades141="${xades141Namespace}">${method}${encapsulated}</${name}>`);
}

function digestOf(
  { document, signature }: StandingSignature,
  crypto: CryptoPort,
  algorithm: DigestAlgorithm,
): Uint8Array {
  if (algorithm === 'sha-1') {
    throw new SignatureError('algorithm-unsupported', algorithm);
  }
  const before = signature.unsignedProperties.length;
  try {
    const archived = { document, canonical: new CanonicalParts(document), before, how: { form: 'exclusive' } } as const;
    return crypto.digest(algorithm, archiveImprintData(signature, archived));
  } catch (error) {
    if (!(error instanceof XadesRefusal)) throw error;
    throw new SignatureError('xades-malformed', error.finding.code);
  }
}
