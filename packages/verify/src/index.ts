export type { LogEvidence, PageTexts, Rerender, StatusEvidence, VerifyOptions } from './context.ts';
export { etsiReport } from './etsi-report.ts';
export { recordLayout } from './facts/record-layout.ts';
export { type PdfTextReader, readPageTexts } from './page-texts.ts';
export { type RenditionOf, recordRendition } from './record-rendition.ts';
export * from './report.ts';
export { type ApprovedIssuer, type PreparedTrust, prepareTrust, type Trust } from './trust.ts';
export { verifyRecordFile } from './verify-record.ts';
