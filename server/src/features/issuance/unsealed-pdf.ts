import type { RenderPool } from '@hocba/rendition';
import type { Platform } from '../../platform/platform.ts';
import { type OfferedPdf, offeredWithoutSeal } from '../signing/index.ts';
import { assembleRecord, placesWithoutSignature } from './assemble-record.ts';
import { type SignedSheet, timestamped } from './signed-sheet.ts';

/** A PDF that lacks nothing but the school's seal. */
export interface UnsealedPdf {
  readonly pdf: Uint8Array;
  readonly xmlBytes: number;
  /** SHA-256, hex; the XML is on disk when it resolves. */
  xmlDigest(): Promise<string>;
}

/** The PDF of a sheet, the one that was handed over where there is one; undefined while a signature or timestamp is missing. */
export async function unsealedPdf(
  platform: Platform,
  pool: RenderPool,
  signed: SignedSheet,
): Promise<UnsealedPdf | undefined> {
  return signed.offered ? offeredPdf(platform, signed.offered) : freshPdf(platform, pool, signed);
}

/** Made now of the finished XML. */
export async function freshPdf(
  platform: Platform,
  pool: RenderPool,
  { sheet, signatures }: SignedSheet,
): Promise<UnsealedPdf | undefined> {
  if (placesWithoutSignature(sheet.content, signatures).length > 0) return undefined;
  const rendition = assembleRecord(sheet.content, timestamped(signatures), platform.config.lookupBaseUrl);
  const { recordXml } = rendition;
  const pdf = await pool.renderYearSheet(rendition);
  return { pdf, xmlBytes: recordXml.length, xmlDigest: () => platform.files.put(recordXml) };
}

async function offeredPdf(platform: Platform, offered: OfferedPdf): Promise<UnsealedPdf | undefined> {
  const { xmlDigest, xmlBytes } = offered;
  const pdf = await offeredWithoutSeal(platform.files, offered);
  return pdf && { pdf, xmlBytes, xmlDigest: async () => xmlDigest };
}
