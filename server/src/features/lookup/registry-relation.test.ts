import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VerificationReport } from '@hocba/verify';
import type { PublishedRecord } from './published.store.ts';
import { relateToRegistry, statusOf } from './registry-relation.ts';

const held = (change: Partial<PublishedRecord> = {}): PublishedRecord => ({
  recordId: 'a'.repeat(32),
  schoolYear: '2025-2026',
  version: 1,
  schoolId: '92000902',
  codeHash: '',
  schoolName: '',
  grade: 3,
  className: '3A',
  studentName: '',
  birthDate: '2015',
  yearResult: null,
  state: 'locked',
  effectiveDate: '2026-06-25',
  xmlDigest: 'xml',
  pdfDigest: 'pdf',
  sender: '',
  publishedAt: new Date(0),
  ...change,
});
const report = (record: Partial<NonNullable<VerificationReport['record']>> | null): VerificationReport => ({
  outcome: 'valid',
  kind: 'xml',
  sentence: '',
  verifiedAt: '',
  checks: [],
  parts: [],
  signatures: [],
  record: record && {
    recordId: 'a'.repeat(32),
    lookupCode: 'b'.repeat(32),
    version: 1,
    schoolYear: '2025-2026',
    grade: 3,
    className: '3A',
    studentName: '',
    schoolId: '92000902',
    schoolName: '',
    xmlSha256: 'xml',
    ...record,
  },
});
const tell = (given: VerificationReport, digest: string, ...versions: PublishedRecord[]) => {
  const { tone, title, sentence } = relateToRegistry({ report: given, digest, versions });
  return `${tone}: ${title} ${sentence}`;
};

describe('a checked file beside what the registry holds', () => {
  it('the very file, in force', () => {
    assert.match(tell(report({}), 'xml', held()), /^good: .*đang có hiệu lực.*25\/06\/2026.*trùng từng byte/);
  });
  it('the very file, not yet in force', () => {
    assert.match(
      tell(report({}), 'xml', held({ state: 'received', effectiveDate: null })),
      /^wait: .*chưa có hiệu lực/,
    );
  });
  it('the same data in another PDF', () => {
    assert.match(tell(report({}), 'other pdf', held()), /^wait: .*tệp PDF thì khác/);
  });
  it('other data under the same record and version', () => {
    assert.match(tell(report({ xmlSha256: 'changed' }), 'changed', held()), /^bad: .*không phải bản đang giữ/);
  });
  it('an older version than the one held', () => {
    const versions = [held({ version: 2, xmlDigest: 'new' }), held({ state: 'replaced' })];
    assert.match(tell(report({}), 'xml', ...versions), /^quiet: .*thay bằng phiên bản sau.*phiên bản 2/);
  });
  it('a recalled one is told apart from a changed one', () => {
    assert.match(
      tell(report({}), 'xml', held({ state: 'recalled' })),
      /^bad: .*đã bị thu hồi.*không phải do tệp bị sửa/,
    );
  });
  it('nothing is known', () => {
    assert.match(tell(report({}), 'xml'), /^quiet: .*chưa có thông tin/);
    assert.match(tell(report(null), 'x', held()), /^quiet: .*không đối chiếu được/);
  });
  it('the check of recall is told what holds at the second', () => {
    assert.deepEqual(statusOf(held(), new Date('2026-07-01T01:02:03.456Z')), {
      state: 'inForce',
      asOf: '2026-07-01T01:02:03Z',
    });
    assert.equal(statusOf(held({ state: 'withdrawn' }), new Date(0)).state, 'recalled');
  });
});
