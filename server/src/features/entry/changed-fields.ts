import { isDeepStrictEqual } from 'node:util';
import type { PupilYearFacts } from './pupil-year-facts.ts';

/** Which parts of a pupil's year differ: names for the audit log and for authorisation, no values. */
export function changedFields(before: PupilYearFacts, after: PupilYearFacts): string[] {
  const names = Object.keys({ ...before, ...after }) as (keyof PupilYearFacts)[];
  return names
    .filter((name) => name !== 'subjects' && !isDeepStrictEqual(before[name], after[name]))
    .map(String)
    .concat(changedSubjects(before, after));
}

function changedSubjects(before: PupilYearFacts, after: PupilYearFacts): string[] {
  const old = new Map(before.subjects.map((row) => [row.subject, row]));
  const now = new Map(after.subjects.map((row) => [row.subject, row]));
  const changed = [...new Set([...old.keys(), ...now.keys()])]
    .filter((subject) => !isDeepStrictEqual(old.get(subject), now.get(subject)))
    .map((subject) => `subjects.${subject}`);
  // Another order, or a row twice: no single subject shows it.
  const hidden = changed.length === 0 && !isDeepStrictEqual(before.subjects, after.subjects);
  return hidden ? ['subjects'] : changed;
}
