import { attributeOid, type SignerInfo } from '../../cms/index.ts';
import type { CryptoPort } from '../../crypto/index.ts';
import type { TimestampEvidence } from '../../validation/signature-evidence.ts';
import { readCms } from '../check-cms.ts';
import { valuesOf } from './cms-attributes.ts';
import type { DocumentTimestamp } from './document-timestamps.ts';

export interface TimestampInput {
  readonly id: string;
  readonly signer: SignerInfo | undefined;
  readonly contentTimestamps: readonly Uint8Array[];
  readonly data: Uint8Array;
  readonly signingCertificate: Uint8Array | undefined;
  /** Certificates and revocation data in the signature itself, DER. */
  readonly carried: readonly Uint8Array[];
  /** Those over the file after this signature, oldest first. */
  readonly documentTimestamps: readonly DocumentTimestamp[];
  readonly crypto: CryptoPort;
}

/** Every token that says something of one signature, in the order of what it covers. @spec EN 319 142-1 5.3, 5.4.3 */
export function timestampsOf(input: TimestampInput): readonly TimestampEvidence[] {
  const { id, signer, crypto, data } = input;
  const signatureTokens =
    signer === undefined ? [] : valuesOf(signer.unsignedAttributes, attributeOid.signatureTimestamp);
  const ownTokens = [...input.contentTimestamps, ...signatureTokens];
  const inTokens = ownTokens.flatMap((token) => {
    const { certificates = [], crls = [] } = readCms(token) ?? {};
    return [...certificates, ...crls];
  });
  const named = input.signingCertificate === undefined ? [] : [input.signingCertificate];
  return [
    ...input.contentTimestamps.map(
      (token, at): TimestampEvidence => ({
        id: `${id}-content-${at + 1}`,
        kind: 'content',
        token,
        imprint: (algorithm) => crypto.digest(algorithm, data),
        proves: { signatureValue: false, signedData: true, objects: [] },
      }),
    ),
    ...signatureTokens.map(
      (token, at): TimestampEvidence => ({
        id: `${id}-timestamp-${at + 1}`,
        kind: 'signature',
        token,
        imprint: (algorithm) => signer && crypto.digest(algorithm, signer.signature),
        proves: { signatureValue: true, signedData: true, objects: named },
      }),
    ),
    ...input.documentTimestamps.map(
      (timestamp): TimestampEvidence => ({
        id: timestamp.id,
        kind: 'document',
        token: timestamp.token,
        imprint: timestamp.imprint,
        proves: {
          signatureValue: true,
          signedData: true,
          objects: [...ownTokens, ...inTokens, ...input.carried, ...timestamp.objects],
        },
      }),
    ),
  ];
}
