import type { YearSheet } from '@hocba/record';
import type { Trust } from '@hocba/verify';
import type { SampleAuthority } from '../tests/samples/sample-authority.ts';
import { identitiesFor, signRecord } from '../tests/samples/sign-record.ts';

/** Records of one school, each of another student, signed and timestamped by everyone who must; the signatories stay. */
export interface SignedRecords {
  readonly trust: Trust;
  readonly signaturesEach: number;
  /** The record of the student with this number. */
  readonly record: (student: number) => Uint8Array;
}

export function signedRecords(sheet: YearSheet, authority: SampleAuthority): SignedRecords {
  const identities = identitiesFor(sheet, authority);
  const seal = identities.get('organisationSeal');
  const { schoolId } = sheet.school;
  return {
    trust: authority.trust({ schoolId, seals: seal === undefined ? [] : [seal] }),
    signaturesEach: identities.size,
    record: (student) => signRecord({ sheet: sheetOf(sheet, student), authority, identities }),
  };
}

function sheetOf(sheet: YearSheet, number: number): YearSheet {
  const digits = String(number).padStart(5, '0');
  const student = { ...sheet.student, fullName: `${sheet.student.fullName} ${digits}` };
  // One kind of student goes with one kind of sheet, which the spread of a union forgets.
  return { ...sheet, student, recordId: `${digits}${'0'.repeat(27)}` } as YearSheet;
}
