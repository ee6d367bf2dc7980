import type { PrimarySubjectResult } from './primary-record.ts';
import { RecordError } from './record-error.ts';
import type { SecondarySubjectResult } from './secondary-record.ts';
import { rowOfSlot, rowSlot, type SignatorySlot, signatureValueId, wholeSheetSlots } from './signatory-slot.ts';
import { subjectTermOfRow } from './subject-row.ts';
import type { YearSheet } from './year-sheet.ts';

/**
 * Cấu hình chữ ký: who signs a year sheet. The primary form has places for homeroom teacher, principal and seal;
 * signing by subject is a local choice there. The forms of THCS, THPT and GDTX have a place in every subject row; a
 * province may choose to do without. Which profile a school uses is dated data of the install.
 */
export const signatureProfiles = [
  { id: 'primary', label: 'Tiểu học: giáo viên chủ nhiệm, hiệu trưởng, con dấu của trường' },
  {
    id: 'primaryPerSubject',
    label: 'Tiểu học: giáo viên từng môn, giáo viên chủ nhiệm, hiệu trưởng, con dấu của trường',
  },
  { id: 'secondary', label: 'THCS, THPT, GDTX: giáo viên chủ nhiệm, người đứng đầu, con dấu của cơ sở giáo dục' },
  {
    id: 'secondaryPerSubject',
    label: 'THCS, THPT, GDTX: giáo viên từng môn, giáo viên chủ nhiệm, người đứng đầu, con dấu của cơ sở giáo dục',
  },
] as const;

/** Cấu hình chữ ký. */
export type SignatureProfile = (typeof signatureProfiles)[number]['id'];

/** Parts that everyone who answers for the whole sheet covers: identity, results, remarks. */
const wholeContent = ['tt', 'kq', 'nx'];

/**
 * Who must sign, in order; subject teachers may sign side by side, everyone else waits for those before.
 * Under `primaryPerSubject` each row that holds anything has its own signature, unless the homeroom teacher taught it
 * and so answers for it by signing the sheet. Under `secondaryPerSubject` every assessed row has one, the homeroom
 * teacher's own subject too. @law TT22/2021 PL
 */
export function required(profile: SignatureProfile, sheet: YearSheet): readonly SignatorySlot[] {
  switch (profile) {
    case 'primary':
    case 'secondary':
      return wholeSheetSlots;
    case 'primaryPerSubject':
    case 'secondaryPerSubject':
      return [...rowsToSign(sheet).map(rowSlot), ...wholeSheetSlots];
  }
}

/** The profile under which a sheet was frozen, read off its expected signatories. */
export function profileOf(sheet: YearSheet): SignatureProfile {
  const perSubject = sheet.signatories.some(({ slot }) => rowOfSlot(slot) !== undefined);
  if (sheet.schoolLevel === 'primary') return perSubject ? 'primaryPerSubject' : 'primary';
  return perSubject ? 'secondaryPerSubject' : 'secondary';
}

function rowsToSign(sheet: YearSheet): number[] {
  const signed =
    sheet.schoolLevel === 'primary' ? sheet.subjects.map(hasOwnSignature) : sheet.subjects.map(isSecondaryRowFilled);
  return signed.flatMap((own, index) => (own ? [index + 1] : []));
}

function hasOwnSignature(row: PrimarySubjectResult): boolean {
  const empty = row.level === null && row.score === null && row.comment === '' && row.supplementary === null;
  return !empty && row.responsible !== 'homeroomTeacher';
}

/** Nobody signs for a subject the pupil is exempted from and of which nothing is said. */
function isSecondaryRowFilled({ marks, topic, comment }: SecondarySubjectResult): boolean {
  return Object.values(marks).some((mark) => mark !== null) || topic !== null || comment !== '';
}

/** Claimed role in the signature: `GVBM-TV`, `GVCN`, `HT` (also a centre's director), `CONDAU`. @throws RecordError `no-such-row` @spec EN 319 132-1 5.2.6 */
export function roleCode(slot: SignatorySlot, sheet: YearSheet): string {
  switch (slot) {
    case 'homeroomTeacher':
      return 'GVCN';
    case 'principal':
      return 'HT';
    case 'organisationSeal':
      return 'CONDAU';
    default: {
      const term = subjectTermOfRow(sheet, rowOfSlot(slot) ?? 0);
      if (!term) throw noSuchRow(slot);
      return `GVBM-${term.code}`;
    }
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
    default: {
      const row = rowOfSlot(slot) ?? 0;
      if (!subjectTermOfRow(sheet, row)) throw noSuchRow(slot);
      return ['tt', `mh-${row}`];
    }
  }
}

function teachersBefore(sheet: YearSheet): string[] {
  return sheet.signatories.flatMap(({ slot }) => (rowOfSlot(slot) === undefined ? [] : [signatureValueId(slot)]));
}

function noSuchRow(slot: SignatorySlot): RecordError {
  return new RecordError('no-such-row', `Học bạ không có dòng môn học cho vị trí ký “${slot}”.`);
}
