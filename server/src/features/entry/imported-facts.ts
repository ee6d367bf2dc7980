import { createHash } from 'node:crypto';
import type { StudentProfile } from '@hocba/record';
import type { ImportedSchool, ImportedYearResult } from '../enrolment/index.ts';
import type { ImportedFacts } from './entry.store.ts';
import { factsFromImport } from './pupil-year-facts.ts';

/** A workbook row as facts, with the digest by which the next import recognises it. */
function importedFacts(result: ImportedYearResult, profile: StudentProfile): ImportedFacts {
  const facts = factsFromImport(result, profile);
  const importedDigest = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return { studentId: result.studentId, facts, importedDigest };
}

/** Every pupil's facts of one workbook. */
export function factsOfWorkbook(imported: ImportedSchool): ImportedFacts[] {
  const profiles = new Map(imported.students.map(({ profile }) => [profile.studentId, profile]));
  return imported.results.flatMap((result) => {
    const profile = profiles.get(result.studentId);
    return profile ? [importedFacts(result, profile)] : [];
  });
}
