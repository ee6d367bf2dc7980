import type { YearSheet } from '@hocba/record';
import { completePades, type PreparedPades, preparePades } from '@hocba/signature';
import { nodeCrypto, nodePdfTools } from '@hocba/signature/node';
import type { FileStore } from '../../platform/files/file-store.ts';
import { loadPades } from './kept-pades.ts';
import type { KeptPdfSignature, OfferedPdf } from './pdf.store.ts';
import { algorithmFor } from './signature-algorithm.ts';

export interface SealPlace {
  readonly pdf: Uint8Array;
  readonly sheet: Pick<YearSheet, 'placeOfIssue'>;
  readonly schoolName: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  /** ISO 8601 UTC, whole seconds. */
  readonly signingTime: string;
  /** The principal's certification stands on it already. */
  readonly certified: boolean;
}

/**
 * The empty place for the school's seal in a PDF. The seal certifies, so that nothing but signatures may follow, unless
 * the principal has. @spec EN 319 142-1 5.3
 */
export function prepareSealPlace({ pdf, sheet, schoolName, certified, ...of }: SealPlace): PreparedPades {
  return preparePades({
    pdf,
    tools: nodePdfTools,
    crypto: nodeCrypto,
    fieldName: 'ConDauSo',
    ...(certified ? {} : { certify: { docMdp: 2 as const } }),
    signerName: schoolName,
    reason: 'Phát hành học bạ số',
    location: sheet.placeOfIssue,
    ...of,
    algorithm: algorithmFor(of.certificate),
  });
}

/** A PDF that was handed over and lacks nothing but the school's seal; undefined while the principal's signature is missing. */
export async function offeredWithoutSeal(files: FileStore, offered: OfferedPdf): Promise<Uint8Array | undefined> {
  if (!offered.principalSigns) return files.get(offered.pdfDigest);
  return filledIn(files, offered.signatures.principalPdf);
}

/** The PDF with this signature in its place; undefined while there is none or its timestamp is missing. */
export async function filledIn(
  files: FileStore,
  signature: KeptPdfSignature | undefined,
): Promise<Uint8Array | undefined> {
  if (!signature?.timestampToken) return undefined;
  return completePades(await loadPades(files, signature.prepared), signature.value, signature.timestampToken);
}
