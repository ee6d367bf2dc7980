import { roleCode, type YearSheet } from '@hocba/record';
import { toHex } from '@hocba/signature';
import type { RecordFacts, SignatureFacts } from '../facts/record-facts.ts';
import type { Check } from '../report.ts';
import type { ApprovedIssuer } from '../trust.ts';
import { nothingSigned } from './certificate-trusted.ts';
import { conclude, failure, type Problem, unknown } from './problem.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/**
 * Who signed is who the sheet says must: the certificate's name and organisation, the claimed role, and for the school's
 * seal the list of approved seals.
 */
export function signerAuthorised(facts: RecordFacts): Check {
  const { signatures, xml } = facts;
  const sheet = xml?.sheet;
  const problems = !sheet
    ? [sheetUnreadable]
    : signatures.length === 0
      ? [nothingSigned]
      : signatures.flatMap((one) => signerProblems(one, sheet, facts));
  return conclude('signer-authorised', {
    problems,
    passed: 'Mỗi chữ ký do đúng người, đúng trường nêu trong học bạ; con dấu thuộc danh sách được phê duyệt.',
  });
}

function signerProblems(signature: SignatureFacts, sheet: YearSheet, facts: RecordFacts): readonly Problem[] {
  const { slot, certificate } = signature;
  if (!certificate || slot === undefined) return [];
  const isSeal = slot === 'organisationSeal' || slot === 'pdfSeal';
  return [
    ...nameProblems(signature, sheet),
    ...roleProblems(signature, sheet),
    ...(isSeal ? sealProblems(signature, sheet, facts) : []),
  ];
}

function nameProblems({ slot, certificate, who }: SignatureFacts, sheet: YearSheet): readonly Problem[] {
  const { commonName = '', organisation = '' } = certificate?.subject ?? {};
  const expected = slot === 'pdfSeal' ? sheet.school.name : sheet.signatories.find((one) => one.slot === slot)?.name;
  return [
    ...(expected !== undefined && isSameText(commonName, expected)
      ? []
      : [
          failure(
            'name-differs',
            `Chứng thư số ở vị trí của ${who} mang tên “${commonName}”, học bạ nêu “${expected ?? ''}”.`,
          ),
        ]),
    ...(isSameText(organisation, sheet.school.name)
      ? []
      : [
          failure(
            'school-differs',
            `Chứng thư số của ${who} thuộc đơn vị “${organisation}”, không phải ${sheet.school.name}.`,
          ),
        ]),
  ];
}

function roleProblems(signature: SignatureFacts, sheet: YearSheet): readonly Problem[] {
  if (signature.format !== 'xades' || signature.slot === undefined || signature.slot === 'pdfSeal') return [];
  const { role } = signature.report;
  if (role === expectedRole(signature.slot, sheet)) return [];
  return [failure('role-differs', `Chữ ký ở vị trí của ${signature.who} tự nêu vai trò “${role ?? ''}”.`)];
}

function expectedRole(slot: Parameters<typeof roleCode>[0], sheet: YearSheet): string | undefined {
  try {
    return roleCode(slot, sheet);
  } catch {
    return undefined;
  }
}

function sealProblems(signature: SignatureFacts, { school }: YearSheet, { context }: RecordFacts): readonly Problem[] {
  const { certificate, provenAt = context.at, who } = signature;
  const { issuers, issuersAsOf } = context.trust.trust;
  const asOf = issuersAsOf ? ` (danh sách ngày ${issuersAsOf})` : '';
  const ofSchool = issuers?.filter(({ schoolId }) => schoolId === school.schoolId) ?? [];
  if (ofSchool.length === 0) {
    return [unknown('issuers-unknown', `Chưa có danh sách con dấu số được phê duyệt của ${school.name}${asOf}.`)];
  }
  const digest = certificate ? toHex(context.crypto.digest('sha-256', certificate.der)) : '';
  const approved = ofSchool.some(
    (issuer) => issuer.sealCertificateSha256.includes(digest) && isApprovedAt(issuer, provenAt),
  );
  if (approved) return [];
  return [
    failure(
      'seal-not-approved',
      `Chứng thư số của ${who} không thuộc danh sách con dấu số được phê duyệt của ${school.name}${asOf}.`,
    ),
  ];
}

const day = 86_400_000;

function isApprovedAt({ validFrom, validTo }: ApprovedIssuer, at: number): boolean {
  const end =
    validTo === undefined ? Number.POSITIVE_INFINITY : Date.parse(validTo) + (validTo.length === 10 ? day : 0);
  return at >= Date.parse(validFrom) && at < end;
}

/** As printed names are compared: composed, single blanks, any case. */
function isSameText(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi');
}
