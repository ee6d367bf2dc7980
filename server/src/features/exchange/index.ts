// What a school hands in and what a registry takes in: verified in full before it is accepted, answered by a signed receipt (biên nhận).
// @law KH 213/KH-BGDĐT PL 2.1 (school → province → ministry); KH Mường La 2025–2026 II.3 (school → ministry). Which registry is the root is profile data.
// Takes part: academic clerk, seal clerk or principal (submit); officers of the registry (read).
// States at the school: issued → submitted → received | rejected; rejected → submitted (cause outside the record) or withdrawn. At the registry: received → replaced | withdrawn | locked.
//
// School: POST /api/submissions {yearSheetIds: […]} | {schoolYear, classId?} → {submitted}
//   GET /api/submissions?schoolYear=&classId?= → {receiver, waiting, oldestWaitingAt, linkProblem, seal, deadlines, classes: [{classId, name, grade,
//     counts: {issued, submitted, received, rejected, locked …}, records: [{yearSheetId, recordId, fullName, version, state, cohort, effectiveDate,
//     reasons: [{code, sentence}], submittedAt, answeredAt}]}]}
//   GET /api/year-sheets/:yearSheetId/receipt → {outcome, reasons, submittedAt, answeredAt, receipt (JWS)}
//   POST /api/issuer-requests {} → {requested}; `seal` above says what became of it: requested | approved | refused | ended
// Registry: GET /api/registry/schools?schoolYear= → {schools: [{schoolId, schoolName, seal, received, late, locked, rejected, lastReceivedAt}]}
//   GET /api/registry/records?schoolYear=&schoolId=&className?= → {records: […], rejected: […]}
//   GET /api/registry/exchange → {inbox: [{sender, complete, missing}], outbox: [{receiver, open, oldestAt, lastProblem}]}
import type { Feature } from '../../platform/feature.ts';
import { announceWithdrawal } from './announce-withdrawal.ts';
import { registryRoutes } from './registry.routes.ts';
import { submissionsRoutes } from './submissions.routes.ts';
import { takeReceipt } from './take-receipt.ts';
import { takeRecord } from './take-record.ts';
import { takeReportReceipt } from './take-report-receipt.ts';
import { takeSealNotice } from './take-seal-notice.ts';
import { takeWithdrawal } from './take-withdrawal.ts';

export { publish } from './publish-record.ts';
export type { HeldState, RegistryTables } from './registry.tables.ts';
export { sheetOf } from './report-record.ts';

/** A school's side: hands in, takes receipts. */
export const submitting: Feature = {
  name: 'exchange',
  routes: submissionsRoutes,
  work: (platform) => ({ announceWithdrawal: (item) => announceWithdrawal(platform, item) }),
  messages: (platform) => ({ 'issuer-notice': takeSealNotice(platform) }),
  answers: (platform) => ({ submission: takeReceipt(platform) }),
};

/** A registry's side: takes in, reports upwards, publishes. */
export const receiving: Feature = {
  name: 'exchange',
  routes: registryRoutes,
  messages: (platform) => ({
    submission: takeRecord(platform, 'school'),
    report: takeRecord(platform, 'province'),
    withdrawal: takeWithdrawal(platform),
  }),
  answers: (platform) => ({ report: takeReportReceipt(platform) }),
};
