export type { LogEvidence, Rerender, StatusEvidence, VerifyOptions } from './context.ts';
export * from './report.ts';
export { type ApprovedIssuer, type PreparedTrust, prepareTrust, type Trust } from './trust.ts';
export { verifyRecordFile } from './verify-record.ts';
