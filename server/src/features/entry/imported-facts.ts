import { createHash } from 'node:crypto';
import type { ImportedYearResult } from '../enrolment/index.ts';
import type { ImportedFacts } from './entry.store.ts';
import { factsFromImport } from './pupil-year-facts.ts';

/** A workbook row as facts, with the digest by which the next import recognises it. */
export function importedFacts(result: ImportedYearResult): ImportedFacts {
  const facts = factsFromImport(result);
  const importedDigest = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return { studentId: result.studentId, facts, importedDigest };
}
