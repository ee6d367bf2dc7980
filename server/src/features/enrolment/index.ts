// Schools, classes, pupils, and who teaches whom, from the sector database's workbook.
// Takes part: academic clerk. Authorisation by duty (loadDuties) rests on what is stored here.
import type { Feature } from '../../platform/feature.ts';
import { enrolmentRoutes } from './enrolment.routes.ts';

export { type Duties, loadDuties } from './duties.ts';
export {
  type ClassOfYear,
  type EnrolledStudent,
  findEnrolment,
  findSchool,
  findStaff,
  findStudent,
  getClass,
  getSchool,
  getStudentOfYear,
  listAssignments,
  listClasses,
  listSchoolYears,
  listStudents,
  lockClass,
  lockClasses,
  type SchoolClass,
  type StudentOfYear,
  schoolLevelOf,
} from './enrolment.store.ts';
export type { EnrolmentTables } from './enrolment.tables.ts';
export { applyChanges, type ChangeCount, type EnrolmentChanges, saveEnrolment } from './save-enrolment.ts';
export { classOfSheet, saveRoll } from './save-roll.ts';
export * from './workbook/index.ts';

export const enrolment: Feature = { name: 'enrolment', routes: enrolmentRoutes };
