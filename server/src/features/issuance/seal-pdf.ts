import type { YearSheet } from '@hocba/record';
import { completePades, parseCertificate, type SignatureAlgorithm, signatureValueForTimestamp } from '@hocba/signature';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import type { TimestampClient } from '../../platform/timestamps/timestamp-client.ts';
import { algorithmFor, prepareSealPlace } from '../signing/index.ts';

export interface PdfSeal {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly privateKeyPkcs8: Uint8Array;
  readonly schoolName: string;
  readonly timestamps: TimestampClient;
}

/**
 * Seals the PDF: PAdES B-T. The seal certifies it, so that nothing but signatures may follow, unless the principal has.
 * @spec EN 319 142-1 6.3
 */
export async function sealPdf(
  pdf: Uint8Array,
  seal: PdfSeal,
  signing: { sheet: YearSheet; at: Date; certified?: boolean },
): Promise<Uint8Array> {
  const algorithm = algorithmFor(seal.certificate);
  const { certificate, chain, schoolName } = seal;
  const signingTime = `${signing.at.toISOString().slice(0, 19)}Z`;
  const { sheet, certified = false } = signing;
  const prepared = prepareSealPlace({ pdf, sheet, schoolName, certificate, chain, signingTime, certified });
  const value = signData(privateKeyFromPkcs8(seal.privateKeyPkcs8), algorithm, prepared.toBeSigned);
  await requireFits(seal.certificate, { algorithm, value, data: prepared.toBeSigned });
  const imprint = nodeCrypto.digest('sha-256', signatureValueForTimestamp(value, algorithm));
  const token = await seal.timestamps.timestamp(imprint);
  return completePades(prepared, value, token);
}

interface Signed {
  readonly algorithm: SignatureAlgorithm;
  readonly value: Uint8Array;
  readonly data: Uint8Array;
}

/** A key that does not belong to the certificate must never leave a file behind. */
async function requireFits(certificate: Uint8Array, { algorithm, value, data }: Signed): Promise<void> {
  const publicKey = parseCertificate(certificate).spki;
  const fits = await nodeCrypto.verify({ algorithm, publicKey, data, signature: value });
  if (!fits) throw new Error('the seal key does not belong to the seal certificate');
}
