// Levels, scores, comments of a year, by hand or from the sector database's workbook; results by packages/rules (TT27/2020).
// Takes part: homeroom teacher (own class), principal (promotion decisions), academic clerk (import).
// States: open → closed by the class's release, except for pupils who wait → frozen with the year sheet (carry-over); open again when a sheet is withdrawn before the lock.
import type { Feature } from '../../platform/feature.ts';
import { entryRoutes } from './entry.routes.ts';
import { runImport } from './run-import.ts';

export { mayReadClass } from './entry.policy.ts';
export { findRelease, listPupilYears, listReleases, lockPupilYears, type PupilYear } from './entry.store.ts';
export type { EntryTables } from './entry.tables.ts';
export { listFrozen } from './open-for-entry.ts';
export { evaluatePupil, type PupilOutcome, type Readiness } from './pupil-outcome.ts';
export type { PupilYearFacts, SubjectFacts } from './pupil-year-facts.ts';
export { listPrepared } from './sheets-without-facts.ts';
export { listWithdrawn } from './withdrawn-sheet.ts';

export const entry: Feature = {
  name: 'entry',
  routes: entryRoutes,
  work: (platform) => ({ importWorkbook: (item) => runImport(platform, item) }),
};
