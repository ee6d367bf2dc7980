import { RecordError } from './record-error.ts';
import type { PrimarySubjectResult, YearSheet } from './school-record.ts';
import { rowOfSlot, rowSlot, type SignatorySlot, signatureValueId, wholeSheetSlots } from './signatory-slot.ts';
import { primarySubjectTerm } from './terms/primary-subject.ts';

/**
 * Cấu hình chữ ký: who signs a primary year sheet. The paper form has places for homeroom teacher, principal and seal;
 * signing by subject is a local choice. Which profile a school uses is dated data of the install.
 */
export const signatureProfiles = [
  { id: 'primary', label: 'Giáo viên chủ nhiệm, hiệu trưởng, con dấu của trường' },
  { id: 'primaryPerSubject', label: 'Giáo viên từng môn, giáo viên chủ nhiệm, hiệu trưởng, con dấu của trường' },
] as const;

/** Cấu hình chữ ký. */
export type SignatureProfile = (typeof signatureProfiles)[number]['id'];

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
      return wholeSheetSlots;
    case 'primaryPerSubject':
      return [
        ...sheet.subjects.flatMap((row, index) => (hasOwnSignature(row) ? [rowSlot(index + 1)] : [])),
        ...wholeSheetSlots,
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
