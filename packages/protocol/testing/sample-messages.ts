import type { Message, MessageBodies, RecordFiles, SheetIdentity } from '../src/index.ts';

const sheet: SheetIdentity = {
  schoolId: '94000123',
  recordId: '0123456789abcdef0123456789abcdef',
  schoolYear: '2025-2026',
  grade: 3,
  className: '3A',
  version: 1,
  lookupCode: 'fedcba9876543210fedcba9876543210',
};
const xmlDigest = 'a'.repeat(64);
const pdfDigest = 'b'.repeat(64);
const files: RecordFiles = { recordXml: '<HocBa>Đạt</HocBa>', pdfBase64: 'JVBERi0xLjc=', xmlDigest, pdfDigest };

/** One valid body of each kind. */
export const sampleBodies: MessageBodies = {
  submission: { sheet, ...files },
  receipt: {
    inReplyTo: 'm-1',
    sheet,
    outcome: 'rejected',
    reasons: [{ code: 'signature-invalid', sentence: 'Chữ ký của hiệu trưởng không đúng.' }],
    xmlDigest,
    pdfDigest,
    receivedAt: '2026-06-10T04:59:58.250Z',
  },
  report: { sheet, ...files, submittedBy: 'school:94000123', submissionId: 'm-1', acceptedAt: '2026-06-10T05:00:00Z' },
  'lock-notice': {
    schoolYear: '2025-2026',
    cohort: 'completed',
    effectiveDate: '2026-06-30',
    source: 'Kế hoạch học bạ số năm học 2025–2026',
    sheets: [{ sheet, xmlDigest }],
  },
  publication: { sheet, state: 'locked', effectiveDate: '2026-06-30', files },
  'status-query': { schoolId: '94000123', schoolYear: '2025-2026', afterRecordId: null },
  reconciliation: {
    inReplyTo: 'm-9',
    schoolId: '94000123',
    schoolYear: '2025-2026',
    records: [{ recordId: sheet.recordId, version: 1, xmlDigest, state: 'received' }],
    nextAfter: null,
  },
  withdrawal: { sheet, reason: 'Nhập sai điểm môn Toán', withdrawnAt: '2026-06-11T01:00:00Z' },
  'issuer-request': {
    schoolId: '94000123',
    schoolName: 'Trường Tiểu học Mẫu',
    communeCode: '31990',
    sealCertificate: 'MIIB',
    requestedAt: '2026-05-20T01:00:00Z',
  },
  'issuer-notice': {
    schoolId: '94000123',
    schoolName: 'Trường Tiểu học Mẫu',
    sealCertificate: 'MIIB',
    state: 'approved',
    validFrom: '2026-05-20',
    validTo: null,
  },
  acknowledgement: { inReplyTo: 'm-4', outcome: 'accepted', reasons: [], handledAt: '2026-07-01T01:00:00Z' },
};

export const sampleMessages = Object.entries(sampleBodies).map(([kind, body]) => ({ kind, body }) as Message);
export const sampleSubmission: Message = { kind: 'submission', body: sampleBodies.submission };
