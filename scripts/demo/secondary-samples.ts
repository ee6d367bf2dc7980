import type { SecondaryYearSheet } from '@hocba/record';
import { lowerSecondarySheet, upperSecondarySheet } from '@hocba/record/testing';
import { fillPreparedSchool, type PreparedSchool, preparedSchool, walkPreparedSchool } from './prepared-school.ts';
import type { World } from './world.ts';

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

/** The two schools of THCS and THPT, their own software's sheets through the whole chain. */
export async function walkSecondarySamples(world: World, log: (sentence: string) => void): Promise<void> {
  log('Một trường THCS, một trường THPT: nhận học bạ đã lập, mỗi học bạ 15 chữ ký, đóng dấu, nộp, chốt…');
  await Promise.all(
    secondarySamples().map(async (school) => {
      await fillPreparedSchool(world, school);
      await walkPreparedSchool(world, school);
    }),
  );
}
