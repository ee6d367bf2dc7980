import type { RecordFiles, RejectionReason, SheetIdentity } from '@hocba/protocol';
import { readYearSheet, type YearSheet } from '@hocba/record';
import { parseXml } from '@hocba/signature';
import type { VerificationReport } from '@hocba/verify';
import { sha256Hex } from '../../platform/digest.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordTrust } from '../../platform/verification/record-trust.ts';
import { type ApprovedSeal, listApprovedSeals, toTrust } from '../issuers/index.ts';
import { identityOf } from './sheet-identity.ts';

export type Examined =
  | { readonly sheet: YearSheet; readonly xml: Uint8Array; readonly pdf: Uint8Array }
  | { readonly reasons: readonly RejectionReason[] };

export interface ToExamine {
  readonly sheet: SheetIdentity;
  readonly files: RecordFiles;
  /** The school's own install; absent when another registry passes the record on. */
  readonly submitter?: string;
}

/**
 * Everything a registry looks at before it takes a record: who hands it in, that both files are what their digests say,
 * all checks of packages/verify on the PDF and the XML inside it, and that the message says what the record says.
 */
export async function examineRecord(platform: Platform, given: ToExamine): Promise<Examined> {
  const { sheet: identity, files, submitter } = given;
  const seals = await platform.database.transaction({ schoolId: identity.schoolId }, (tx) =>
    listApprovedSeals(tx, identity.schoolId),
  );
  const stranger = submitterReason(seals, identity, submitter);
  if (stranger) return { reasons: [stranger] };
  const xml = new TextEncoder().encode(files.recordXml);
  const pdf = new Uint8Array(Buffer.from(files.pdfBase64, 'base64'));
  if (sha256Hex(xml) !== files.xmlDigest || sha256Hex(pdf) !== files.pdfDigest) return { reasons: [digestDiffers] };
  const question = {
    bytes: pdf,
    at: platform.clock.now().getTime(),
    lookupBaseUrl: platform.config.lookupBaseUrl,
  };
  const report = await platform.verifier.verify(question, await recordTrust(platform, toTrust(seals)));
  const reasons = reasonsOf(report);
  if (reasons.length > 0) return { reasons };
  if (report.record?.xmlSha256 !== files.xmlDigest) return { reasons: [pdfCarriesOtherXml] };
  const read = readYearSheet(parseXml(xml).root);
  if ('problems' in read || !sameIdentity(identityOf(read.sheet), identity)) return { reasons: [identityDiffers] };
  return { sheet: read.sheet, xml, pdf };
}

/** A seal asked for and not approved, or a stranger: refused before anything is verified. */
function submitterReason(
  seals: readonly ApprovedSeal[],
  { schoolId }: SheetIdentity,
  submitter: string | undefined,
): RejectionReason | undefined {
  if (seals.some((seal) => submitter === undefined || seal.sender === submitter)) return undefined;
  return {
    code: 'issuer-not-approved',
    sentence: `Con dấu số của trường ${schoolId} chưa được phê duyệt trên cơ sở dữ liệu này. Sau khi cán bộ quản lý phê duyệt, trường nộp lại chính học bạ này, không phải ký lại.`,
  };
}

/** Every check that must pass and did not, with all it found. An unreadable file has one reason. */
export function reasonsOf(report: VerificationReport): RejectionReason[] {
  if (report.outcome === 'valid') return [];
  const failed = report.checks.filter(
    (check) => check.outcome === 'failed' || (check.required && check.outcome !== 'passed'),
  );
  const reasons = failed.map((check) => ({
    code: check.name,
    sentence:
      `${check.title}: ${[check.sentence, ...check.details.filter((each) => each !== check.sentence)].join(' ')}`.slice(
        0,
        2000,
      ),
  }));
  return reasons.length > 0 ? reasons : [{ code: report.outcome, sentence: report.sentence }];
}

function sameIdentity(a: SheetIdentity, b: SheetIdentity): boolean {
  return (Object.keys(a) as (keyof SheetIdentity)[]).every((key) => a[key] === b[key]);
}

const digestDiffers: RejectionReason = {
  code: 'digest-differs',
  sentence:
    'Tệp XML hoặc PDF không khớp mã băm ghi trong thông điệp. Hãy nộp lại; nếu vẫn lỗi, báo đơn vị cung cấp phần mềm.',
};
const pdfCarriesOtherXml: RejectionReason = {
  code: 'pdf-carries-other-xml',
  sentence: 'XML gắn trong PDF không phải tệp XML nộp kèm. Hãy phát hành lại học bạ.',
};
const identityDiffers: RejectionReason = {
  code: 'identity-differs',
  sentence: 'Thông tin trên thông điệp (trường, lớp, năm học, phiên bản, mã tra cứu) không khớp nội dung học bạ.',
};
