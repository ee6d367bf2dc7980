import assert from 'node:assert/strict';
import { test } from 'node:test';
import { etsiReport } from './etsi-report.ts';
import type { VerificationReport } from './report.ts';

const report: VerificationReport = {
  ...{ outcome: 'invalid', kind: 'xml', sentence: 'Học bạ không hợp lệ.', verifiedAt: '2026-06-01T01:00:00.000Z' },
  checks: [
    {
      ...{ name: 'certificate-not-revoked', title: 'Chứng thư số chưa bị thu hồi khi ký', outcome: 'failed' },
      ...{ required: true, code: 'certificate-revoked', sentence: 'Chứng thư số đã bị thu hồi.', details: [] },
    },
    {
      ...{ name: 'logged', title: 'Có trong nhật ký công khai', outcome: 'indeterminate', required: false },
      ...{ code: 'not-asked', sentence: 'Chưa hỏi.', details: [] },
    },
  ],
  parts: [],
  signatures: [
    {
      ...{
        slot: 'principal',
        place: 'Hiệu trưởng',
        role: 'HT',
        name: 'Nguyễn Thị Thử',
        level: 'B-T',
        certificate: null,
      },
      ...{ signedAt: '2026-05-29T08:15:00Z', timestampAt: '2026-05-29T08:15:01.000Z' },
      ...{ indication: 'INDETERMINATE', subIndication: 'REVOKED_NO_POE' },
    },
  ],
  record: null,
};

test('a record’s report is told in the words of TS 119 102-2', () => {
  const [signature] = etsiReport(report).ValidationReport.SignatureValidationReport;
  assert.deepEqual(signature?.SignatureValidationStatus, {
    MainIndication: 'urn:etsi:019102:mainindication:indeterminate',
    SubIndication: 'urn:etsi:019102:subindication:REVOKED_NO_POE',
  });
  assert.equal(signature?.ValidationTimeInfo.BestSignatureTime?.POETime, '2026-05-29T08:15:01.000Z');
  assert.deepEqual(signature?.SignatureAttributes, {
    SigningTime: '2026-05-29T08:15:00Z',
    SignerRole: { Role: 'HT' },
  });
});

test('each check is a constraint: applied, or disabled where nobody asked for it', () => {
  const [signature] = etsiReport(report).ValidationReport.SignatureValidationReport;
  const constraints = signature?.ValidationConstraintsEvaluationReport?.ValidationConstraint ?? [];
  assert.deepEqual(
    constraints.map(({ ValidationConstraintIdentifier: name, ConstraintStatus, ValidationStatus, Indications }) => [
      name,
      ConstraintStatus.Status.split(':').at(-1),
      ValidationStatus.MainIndication.split(':').at(-1),
      Indications,
    ]),
    [
      ['urn:hocba:check:certificate-not-revoked', 'applied', 'failed', 'certificate-revoked'],
      ['urn:hocba:check:logged', 'disabled', 'indeterminate', 'not-asked'],
    ],
  );
});
