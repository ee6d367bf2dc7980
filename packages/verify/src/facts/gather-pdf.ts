import {
  checkPades,
  type DamageReport,
  extractAttachment,
  locateDamage,
  readPdf,
  SignatureError,
} from '@hocba/signature';
import type { VerifyContext } from '../context.ts';
import type { PdfFacts } from './record-facts.ts';

/** The name every rendition embeds its record under. */
export const embeddedXmlName = 'hocba.xml';

export interface GatheredPdf {
  readonly pdf: PdfFacts;
  readonly embeddedXml?: Uint8Array;
}

/** Reads the PDF strictly; one that cannot be read only in one way still says what was hit. */
export async function gatherPdf(bytes: Uint8Array, context: VerifyContext): Promise<GatheredPdf> {
  const { crypto, pdfTools: tools, trust } = context;
  const trusted = [...trust.trust.anchors, ...trust.trust.intermediates];
  const damage = () => locateDamage(bytes, crypto);
  try {
    const file = readPdf(bytes, tools);
    const reports = await checkPades(bytes, { crypto, tools, trusted });
    const embeddedXml = attachment(() => extractAttachment(file, embeddedXmlName, tools));
    const whole = embeddedXml && reports.length > 0 && reports.every(({ indication }) => indication === 'passed');
    const pdf = { bytes, file, reports, damage: whole ? noDamage : damage() };
    return { pdf, ...(embeddedXml && { embeddedXml }) };
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    return { pdf: { bytes, readProblem: { code: error.code, message: error.message }, reports: [], damage: damage() } };
  }
}

const noDamage: DamageReport = { mapped: true, regions: [] };

/** One that is damaged is as good as none; the seal's check tells why. */
function attachment(extract: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return extract();
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
