// The root registry locks what it received: from then a record is in force and neither edited nor replaced.
// @law KH 213/KH-BGDĐT PL 2.1 (chốt; in force from then); deadlines are dated profile data with their documents.
// Takes part: officer of the root registry. States: received → locked, with the effective date (ngày hiệu lực).
// GET /api/locking?schoolYear= → {schoolYear, today, root, cohorts: [{cohort, received, late, locked, due, deadlines: [{before, source, step, grades?}]}],
//   schoolsWithout: [{schoolId, schoolName}], runs: [{runId, cohort, schoolIds, grades, effectiveDate, source, lockedBy, startedAt, finishedAt, locked}]}
// POST /api/locking {schoolYear, cohort, schoolIds?, reason?} → {runId}; before the deadline a reason of ten characters or more is needed
import type { Feature } from '../../platform/feature.ts';
import { lockRecords } from './lock-records.ts';
import { lockingRoutes } from './locking.routes.ts';
import { takeLockNoticeAtRegistry, takeLockNoticeAtSchool } from './take-lock-notice.ts';

/** Registries: the root locks, the one above follows. */
export const locking: Feature = {
  name: 'locking',
  routes: lockingRoutes,
  work: (platform) => ({ lockRecords: (item) => lockRecords(platform, item) }),
  messages: (platform) => ({ 'lock-notice': takeLockNoticeAtRegistry(platform) }),
};

/** A school learns what is locked. */
export const lockedSheets: Feature = {
  name: 'locking',
  messages: (platform) => ({ 'lock-notice': takeLockNoticeAtSchool(platform) }),
};
