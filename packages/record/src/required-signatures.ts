import { RecordError } from './record-error.ts';
import type { PrimarySubjectResult, YearSheet } from './school-record.ts';
import { primarySubjectTerm } from './terms/primary-subject.ts';

/**
 * The place of one signature on a year sheet: the role, and for a subject teacher the row (1-based).
 * Also the role code in the signature (`SignerRoleV2`): GVBM-<subject code>, GVCN, HT, CONDAU.
 */
export type SignatorySlot = 'homeroomTeacher' | 'principal' | 'organisationSeal' | `subjectTeacher-${number}`;

/** Who signs a primary year sheet. Which profile a school uses is dated data of the install. @law TT27/2020 Đ10 */
export const signatureProfiles = [
  { id: 'primary', label: 'Giáo viên chủ nhiệm, hiệu trưởng, con dấu của trường' },
  { id: 'primaryPerSubject', label: 'Giáo viên từng môn, giáo viên chủ nhiệm, hiệu trưởng, con dấu của trường' },
] as const;

/** Who signs a primary year sheet. */
export type SignatureProfile = (typeof signatureProfiles)[number]['id'];

const wholeSheet = ['homeroomTeacher', 'principal', 'organisationSeal'] as const satisfies SignatorySlot[];
/** Parts that everyone who answers for the whole sheet covers: identity, results, remarks. */
const wholeContent = ['tt', 'kq', 'nx'];

/**
 * Who must sign, in order; subject teachers may sign side by side, everyone else waits for those before.
 * Under `primaryPerSubject` each row that holds anything has its own signature, unless the homeroom teacher taught it
 * and so answers for it by signing the sheet.
 */
export function required(profile: SignatureProfile, sheet: YearSheet): readonly SignatorySlot[] {
  switch (profile) {
    case 'primary':
      return wholeSheet;
    case 'primaryPerSubject':
      return [
        ...sheet.subjects.flatMap((row, index) => (hasOwnSignature(row) ? [rowSlot(index + 1)] : [])),
        ...wholeSheet,
      ];
  }
}

/** The profile under which a sheet was frozen, read off its expected signatories. */
export function profileOf(sheet: YearSheet): SignatureProfile {
  return sheet.signatories.some(({ slot }) => rowOfSlot(slot) !== undefined) ? 'primaryPerSubject' : 'primary';
}

function hasOwnSignature(row: PrimarySubjectResult): boolean {
  const empty = row.level === null && row.score === null && row.comment === '' && row.supplementary === null;
  return !empty && row.responsible !== 'homeroomTeacher';
}

/** The slot of the teacher who signs row `row` (1-based). */
export function rowSlot(row: number): SignatorySlot {
  return `subjectTeacher-${row}`;
}

/** The row (1-based) a subject teacher's slot stands for; undefined for the others. */
export function rowOfSlot(slot: SignatorySlot): number | undefined {
  return slot.startsWith('subjectTeacher-') ? Number(slot.slice('subjectTeacher-'.length)) : undefined;
}

/** Claimed role in the signature: `GVBM-TV`, `GVCN`, `HT`, `CONDAU`. @throws RecordError `no-such-row` @spec EN 319 132-1 5.2.6 */
export function roleCode(slot: SignatorySlot, sheet: YearSheet): string {
  switch (slot) {
    case 'homeroomTeacher':
      return 'GVCN';
    case 'principal':
      return 'HT';
    case 'organisationSeal':
      return 'CONDAU';
    default:
      return `GVBM-${primarySubjectTerm(rowFor(slot, sheet).subject).code}`;
  }
}

/**
 * The `Id`s a slot's signature must cover, all of them and no other (besides its own SignedProperties). Later
 * signatures cover the earlier SignatureValue elements (`sv-…`), never whole signatures, so that timestamps can be
 * added without breaking them. @throws RecordError `no-such-row`
 */
export function contentParts(slot: SignatorySlot, sheet: YearSheet): readonly string[] {
  switch (slot) {
    case 'homeroomTeacher':
      return [...wholeContent, ...teachersBefore(sheet)];
    case 'principal':
      return [...wholeContent, ...teachersBefore(sheet), signatureValueId('homeroomTeacher')];
    case 'organisationSeal':
      return [...contentParts('principal', sheet), signatureValueId('principal')];
    default:
      rowFor(slot, sheet);
      return ['tt', `mh-${rowOfSlot(slot)}`];
  }
}

function teachersBefore(sheet: YearSheet): string[] {
  return sheet.signatories.flatMap(({ slot }) => (rowOfSlot(slot) === undefined ? [] : [signatureValueId(slot)]));
}

function rowFor(slot: SignatorySlot, sheet: YearSheet): PrimarySubjectResult {
  const row = sheet.subjects[(rowOfSlot(slot) ?? 0) - 1];
  if (!row) throw new RecordError('no-such-row', `Học bạ không có dòng môn học cho vị trí ký “${slot}”.`);
  return row;
}

/** `Id` of the ds:Signature: `sig-gv-3`, `sig-cn`, `sig-ht`, `sig-cq`. */
export function signatureId(slot: SignatorySlot): string {
  return `sig-${slotCode(slot)}`;
}

/** `Id` of its SignatureValue: `sv-gv-3`, `sv-cn` … */
export function signatureValueId(slot: SignatorySlot): string {
  return `sv-${slotCode(slot)}`;
}

/** `Id` of its SignedProperties: `sp-gv-3`, `sp-cn` … */
export function signedPropertiesId(slot: SignatorySlot): string {
  return `sp-${slotCode(slot)}`;
}

/** Wire code of a slot: `gv-3`, `cn`, `ht`, `cq`. */
export function slotCode(slot: SignatorySlot): string {
  switch (slot) {
    case 'homeroomTeacher':
      return 'cn';
    case 'principal':
      return 'ht';
    case 'organisationSeal':
      return 'cq';
    default:
      return `gv-${rowOfSlot(slot)}`;
  }
}

/** The slot of a wire code; undefined for anything else. */
export function slotOfCode(code: string): SignatorySlot | undefined {
  const fixed = wholeSheet.find((slot) => slotCode(slot) === code);
  if (fixed) return fixed;
  const row = /^gv-([1-9]\d?)$/.exec(code)?.[1];
  return row === undefined ? undefined : rowSlot(Number(row));
}

/** The slot a ds:Signature's `Id` stands for; undefined for a stranger. */
export function slotOfSignatureId(id: string): SignatorySlot | undefined {
  return id.startsWith('sig-') ? slotOfCode(id.slice('sig-'.length)) : undefined;
}
