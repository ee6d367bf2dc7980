import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SheetIdentity } from '@hocba/protocol';
import { type HeldVersion, isLate, judgeSubmission } from './judge-submission.ts';

const sheet: SheetIdentity = {
  schoolId: '92000902',
  recordId: 'a'.repeat(32),
  schoolYear: '2025-2026',
  grade: 3,
  className: '3A',
  version: 2,
  lookupCode: 'b'.repeat(32),
};
const held: HeldVersion = { ...sheet, version: 1, xmlDigest: 'old', state: 'received' };

describe('when a verified record comes to a registry', () => {
  const cases: [string, Partial<SheetIdentity>, readonly Partial<HeldVersion>[], string][] = [
    ['nothing is held: it is taken', {}, [], 'take'],
    ['an earlier version is held: it is taken and replaces that', {}, [{}], 'take 1'],
    ['an earlier version was withdrawn: it is taken and replaces none', {}, [{ state: 'withdrawn' }], 'take'],
    ['the same bytes are held: the answer is the same', {}, [{ version: 2, xmlDigest: 'new' }], 'held'],
    ['the same bytes are held and locked', {}, [{ version: 2, xmlDigest: 'new', state: 'locked' }], 'held'],
    ['the same version with other content', {}, [{ version: 2 }], 'version-held-differs'],
    ['a newer version is held', {}, [{ version: 3 }], 'version-too-old'],
    ['an earlier version is locked', {}, [{ state: 'locked' }], 'record-locked'],
    ['a recall is asked for, not decided', {}, [{ state: 'recallRequested' }], 'record-locked'],
    ['an earlier version was recalled: its replacement is taken', {}, [{ state: 'recalled' }], 'take'],
    ['the record is another school’s', {}, [{ schoolId: '92000901' }], 'record-of-another-school'],
    [
      'another school had the pupil in another year: custody is no conflict',
      {},
      [{ schoolId: '92000901', schoolYear: '2024-2025', state: 'locked' }],
      'take',
    ],
    ['the look-up code is another record’s', {}, [{ recordId: 'c'.repeat(32) }], 'lookup-code-taken'],
    ['the record had another look-up code', {}, [{ lookupCode: 'd'.repeat(32) }], 'lookup-code-taken'],
  ];
  for (const [what, given, versions, expected] of cases) {
    it(what, () => {
      const rows = versions.map((version) => ({ ...held, ...version }));
      const judged = judgeSubmission({ ...sheet, ...given }, 'new', rows);
      const shown =
        judged.verdict === 'reject'
          ? judged.reasons.map(({ code }) => code).join(' ')
          : [judged.verdict, ...(judged.verdict === 'take' ? judged.replaces : [])].join(' ');
      assert.equal(shown, expected);
    });
  }
});

describe('“before” a day', () => {
  const deadline = { schoolYear: '2025-2026', step: 'schoolToRegistry', cohort: 'completed', source: 'KH' } as const;
  const deadlines = [
    { ...deadline, before: '2026-06-25' },
    { ...deadline, before: '2026-05-20', grades: [5] },
  ];
  const asked = { schoolYear: '2025-2026', step: 'schoolToRegistry', cohort: 'completed' } as const;
  const cases: [string, number, string, boolean][] = [
    ['the day before is in time', 3, '2026-06-24', false],
    ['the day itself is late', 3, '2026-06-25', true],
    ['a grade that is singled out has its own day', 5, '2026-05-20', true],
    ['other grades are not late by it', 4, '2026-05-20', false],
  ];
  for (const [what, grade, day, late] of cases) {
    it(what, () => assert.equal(isLate(deadlines, { ...asked, grade, day }), late));
  }
  it('a year without a deadline knows no late', () => {
    assert.equal(isLate(deadlines, { ...asked, schoolYear: '2026-2027', grade: 1, day: '2030-01-01' }), false);
  });
});
