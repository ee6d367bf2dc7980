import type { StudentProfile } from '@hocba/record';
import type { ImportedSchool, ImportedYearResult } from '../enrolment/index.ts';
import { factsFromImport, type PupilYearFacts } from './pupil-year-facts.ts';

export interface ImportedFacts {
  readonly studentId: string;
  readonly facts: PupilYearFacts;
}

/** As the database gives them back, so that the next import can compare. */
function importedFacts(result: ImportedYearResult, profile: StudentProfile): ImportedFacts {
  const facts = JSON.parse(JSON.stringify(factsFromImport(result, profile))) as PupilYearFacts;
  return { studentId: result.studentId, facts };
}

/** Every pupil's facts of one workbook. */
export function factsOfWorkbook(imported: ImportedSchool): ImportedFacts[] {
  const profiles = new Map(imported.students.map(({ profile }) => [profile.studentId, profile]));
  return imported.results.flatMap((result) => {
    const profile = profiles.get(result.studentId);
    return profile ? [importedFacts(result, profile)] : [];
  });
}
