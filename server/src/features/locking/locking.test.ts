import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Deadline } from '../../profile.ts';
import { decideLock, grades } from './locking.ts';

const deadline: Deadline = {
  schoolYear: '2025-2026',
  step: 'schoolToRegistry',
  cohort: 'completed',
  before: '2026-06-25',
  source: 'Kế hoạch A',
};
const deadlines: readonly Deadline[] = [
  deadline,
  { ...deadline, grades: [5], before: '2026-05-20', source: 'Kế hoạch B' },
  { ...deadline, cohort: 'notYetCompletedOrFaulty', before: '2026-08-10' },
  { ...deadline, step: 'provinceToMinistry', before: '2026-01-01' },
];
const wish = { schoolYear: '2025-2026', cohort: 'completed' } as const;

describe('when an officer locks a cohort', () => {
  it('on the day of the deadline every grade is due, in force from that day, by the plans that set it', () => {
    const decision = decideLock(deadlines, { ...wish, day: '2026-06-25' });
    assert.deepEqual(decision, { grades, effectiveDate: '2026-06-25', source: 'Kế hoạch A; Kế hoạch B' });
  });

  it('before it only the grade with an earlier day', () => {
    const decision = decideLock(deadlines, { ...wish, day: '2026-06-24' });
    assert.deepEqual(decision, { grades: [5], effectiveDate: '2026-06-24', source: 'Kế hoạch B' });
  });

  it('before any deadline it is refused, and the day is named', () => {
    const second = { ...wish, cohort: 'notYetCompletedOrFaulty', day: '2026-08-09' } as const;
    assert.deepEqual(decideLock(deadlines, second), { refusal: 'not-due', before: '2026-08-10' });
  });

  it('with a reason it is done early, and the reason is the source', () => {
    const early = { ...wish, day: '2026-05-01', reason: '  Trường giải thể từ 15/5/2026 ' };
    assert.deepEqual(decideLock(deadlines, early), {
      grades,
      effectiveDate: '2026-05-01',
      source: 'Chốt trước hạn: Trường giải thể từ 15/5/2026',
    });
  });

  it('a reason of a few letters is none', () => {
    assert.ok('refusal' in decideLock(deadlines, { ...wish, day: '2026-05-01', reason: 'gấp' }));
  });

  it('a year without deadlines needs a reason', () => {
    const decision = decideLock(deadlines, { ...wish, schoolYear: '2026-2027', day: '2030-01-01' });
    assert.deepEqual(decision, { refusal: 'not-due', before: undefined });
  });
});
