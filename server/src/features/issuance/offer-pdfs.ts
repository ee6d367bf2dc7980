import type { RenderPool } from '@hocba/rendition';
import type { Platform } from '../../platform/platform.ts';
import { inParallel } from '../../platform/work/in-parallel.ts';
import { offerPdfs, type PdfToSign, principalSignsPdf, type SigningSession } from '../signing/index.ts';
import type { SignedSheet } from './signed-sheet.ts';
import { freshPdf } from './unsealed-pdf.ts';

/** As many as the renderers take at once. */
const AT_ONCE = 8;

export interface Offered {
  readonly count: number;
  /** Names of pupils whose PDF could not be made. */
  readonly failures: readonly string[];
}

/** Renders what the seal has finished and hands it to whoever signs the PDF: files first, then the rows that name them. */
export async function offerEach(
  platform: Platform,
  means: { pool: RenderPool; session: SigningSession },
  sheets: readonly SignedSheet[],
): Promise<Offered> {
  const results = await inParallel(sheets, AT_ONCE, (signed) => offerOne(platform, means, signed));
  const made = results.flatMap((result) => ('pdf' in result ? [result.pdf] : []));
  await platform.database.transaction(means.session, (tx) => offerPdfs(tx, made));
  return { count: made.length, failures: results.flatMap((result) => ('failed' in result ? [result.failed] : [])) };
}

type Result = { readonly pdf: PdfToSign } | { readonly waiting: true } | { readonly failed: string };

async function offerOne(
  platform: Platform,
  { pool, session }: { pool: RenderPool; session: SigningSession },
  signed: SignedSheet,
): Promise<Result> {
  const { yearSheetId, schoolId, content } = signed.sheet;
  try {
    const fresh = await freshPdf(platform, pool, signed);
    if (!fresh) return { waiting: true };
    const pdf = {
      yearSheetId,
      schoolId,
      sealSessionId: session.sessionId,
      xmlDigest: await fresh.xmlDigest(),
      xmlBytes: fresh.xmlBytes,
      pdfDigest: await platform.files.put(fresh.pdf),
      principalSigns: principalSignsPdf(platform.profile, content),
      offeredAt: platform.clock.now(),
    };
    return { pdf };
  } catch (error) {
    platform.log.error({ err: error, yearSheetId }, 'a PDF could not be made');
    return { failed: content.student.fullName };
  }
}
