import type { SchoolData } from '../../../simulators/sector-database/index.ts';

/** The same school with only some of its classes; its staff stays whole. */
export function onlyClasses(data: SchoolData, codes: readonly string[]): SchoolData {
  const has = (code: string) => codes.includes(code);
  const pupils = data.pupils.filter(({ classCode }) => has(classCode));
  const there = new Set(pupils.map(({ studentId }) => studentId));
  return {
    ...data,
    classes: data.classes.filter(({ code }) => has(code)),
    assignments: data.assignments.filter(({ classCode }) => has(classCode)),
    pupils,
    results: data.results.filter(({ studentId }) => there.has(studentId)),
    supplementary: data.supplementary.filter(({ studentId }) => there.has(studentId)),
  };
}
