import type { RenderPool } from '@hocba/rendition';
import { completePades } from '@hocba/signature';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { loadPades, type OfferedPdf, offerPdfs, type PdfToSign, type SigningSession } from '../signing/index.ts';
import { assembleRecord, placesWithoutSignature } from './assemble-record.ts';
import { type SignedSheet, timestamped } from './signed-sheet.ts';

/** A PDF that lacks nothing but the school's seal. */
export interface UnsealedPdf {
  readonly pdf: Uint8Array;
  readonly xmlBytes: number;
  /** SHA-256, hex; the XML is on disk when it resolves. */
  xmlDigest(): Promise<string>;
}

/** The PDF of a sheet, certified by the principal where one was handed over; undefined while a signature or timestamp is missing. */
export async function unsealedPdf(
  platform: Platform,
  pool: RenderPool,
  signed: SignedSheet,
): Promise<UnsealedPdf | undefined> {
  return signed.offered ? certifiedPdf(platform, signed.offered) : freshPdf(platform, pool, signed);
}

async function freshPdf(
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

async function certifiedPdf(platform: Platform, offered: OfferedPdf): Promise<UnsealedPdf | undefined> {
  const { signature, xmlDigest, xmlBytes } = offered;
  if (!signature?.timestampToken) return undefined;
  const prepared = await loadPades(platform.files, signature.prepared);
  const pdf = completePades(prepared, signature.value, signature.timestampToken);
  return { pdf, xmlBytes, xmlDigest: async () => xmlDigest };
}

const OUTAGE_MS = 2000;

/** Renders what the seal has finished and hands it to the principal: files first, then the rows that name them. */
export async function offerToPrincipal(
  platform: Platform,
  { pool, session }: { pool: RenderPool; session: SigningSession },
  sheets: readonly SignedSheet[],
): Promise<WorkOutcome> {
  const pdfs = await Promise.all(
    sheets.map(async (signed): Promise<PdfToSign | undefined> => {
      const { yearSheetId, schoolId } = signed.sheet;
      const fresh = await freshPdf(platform, pool, signed);
      if (!fresh) return undefined;
      const { pdf, xmlBytes } = fresh;
      const digests = { xmlDigest: await fresh.xmlDigest(), pdfDigest: await platform.files.put(pdf) };
      const offeredAt = platform.clock.now();
      return { yearSheetId, schoolId, sealSessionId: session.sessionId, xmlBytes, offeredAt, ...digests };
    }),
  );
  const made = pdfs.filter((pdf) => pdf !== undefined);
  await platform.database.transaction(session, (tx) => offerPdfs(tx, made));
  return made.length < sheets.length ? { afterMs: OUTAGE_MS, problem: 'timestamps are missing' } : 'again';
}
