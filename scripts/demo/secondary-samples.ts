import type { SecondaryYearSheet } from '@hocba/record';
import { lowerSecondarySheet, upperSecondarySheet } from '@hocba/record/testing';
import { type PreparedSchool, preparedSchool } from './prepared-school.ts';

/** One pupil of THCS and one of THPT, each with fifteen signatures; all invented. */
export function secondarySamples(): readonly [PreparedSchool, PreparedSchool] {
  return [
    preparedSchool('thcs', [identified(lowerSecondarySheet, 'c5')]),
    preparedSchool('thpt', [identified(upperSecondarySheet, 'd7')]),
  ];
}

/** Identities of their own, so that both may stand in one registry. */
function identified<Sheet extends SecondaryYearSheet>(sheet: Sheet, mark: string): Sheet {
  const signatories = sheet.signatories.map((each) =>
    each.slot === 'organisationSeal' ? { ...each, staffId: sheet.school.schoolId } : each,
  );
  return { ...sheet, recordId: mark.repeat(16), lookupCode: `0${mark}9`.repeat(8), signatories };
}
