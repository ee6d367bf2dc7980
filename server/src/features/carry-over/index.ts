// Review, release and carry-over: the year's data becomes frozen year sheets, with the class summary that agrees with them.
// @law TT27/2020 Đ10; QĐ 1789/QĐ-SGDĐT Đ14 (rà soát, xác thực, ban hành) by way of school plans.
// Takes part: vice-principal (release), management or academic clerk (carry-over), principal (withdrawal before the lock).
// States of a sheet: carriedOver → signedBy… → issued → submitted → received | rejected → locked (RecordState); withdrawn before the lock.
import type { Feature } from '../../platform/feature.ts';
import { carryOverRoutes } from './carry-over.routes.ts';

export type { CarryOverTables, YearSheetState } from './carry-over.tables.ts';
export { cohortOf } from './cohort.ts';
export { findClassSummary } from './save-class-summary.ts';
export {
  getYearSheet,
  getYearSheets,
  listYearSheets,
  lockStanding,
  moveYearSheets,
  type StoredYearSheet,
  withdrawOtherVersions,
} from './year-sheet.store.ts';

export const carryOver: Feature = { name: 'carry-over', routes: carryOverRoutes };
