import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CaseRow, listed, readTables } from '../../cases/read-tables.ts';
import { secondaryLevelLabel } from '../../cases/tt22-2021/read-case.ts';
import { levelNamed, tenths } from '../../cases/tt22-2021/secondary-draft.ts';
import { type ContinuingYearInput, evaluateContinuingYear, type SecondarySubjectInput } from '../index.ts';

const subjects = ['literature', 'mathematics', 'history', 'geography', 'physics', 'chemistry', 'informatics'] as const;
const cell = ({ cells }: CaseRow, head: string) => cells[head] ?? '';

function readCase(row: CaseRow): ContinuingYearInput {
  const averages = listed(cell(row, 'Điểm trung bình')).flatMap((part) => {
    const [average = '', times = '1'] = part.split('×');
    return Array.from({ length: Number(times) }, () => average.trim());
  });
  const [first = '', second = ''] = cell(row, 'Rèn luyện').split(',');
  const required = cell(row, 'Ngưỡng');
  return {
    schoolYear: '2025-2026',
    grade: 10,
    subjects: subjects.map((subject, index): SecondarySubjectInput => {
      const average = averages[index] ?? '';
      const year = average === 'trống' ? {} : { yearAverageTenths: tenths(average) };
      return { form: 'byScore', subject, first: null, second: null, ...year, reassessedTenths: null };
    }),
    conduct: { first: levelNamed(first.trim()), second: levelNamed(second.trim()) },
    absentHalfDays: { withLeave: Number(cell(row, 'Buổi nghỉ')), withoutLeave: 0 },
    parameters:
      required === 'tắt' ? {} : { academicThresholds: { subjectsRequired: Number(required), confirmedBy: 'Sở GDĐT' } },
  };
}

describe('the year of a learner in continuing education', () => {
  for (const row of readTables(new URL('../../cases/tt43-2021/', import.meta.url))) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Tình huống')}`, () => {
      const { academic, promoted, errors } = evaluateContinuingYear(readCase(row));
      const decided = { true: 'có', false: 'không', null: 'chưa xét' }[`${promoted.holds}`];
      assert.deepEqual([secondaryLevelLabel(academic.level), decided], [cell(row, 'Học tập'), cell(row, 'Lên lớp')]);
      const said = [...academic.reasons, ...promoted.reasons].map(({ sentence }) => sentence).join(' / ');
      assert(said.includes(cell(row, 'Lý do')), said);
      const wrong = errors.map(({ sentence }) => sentence).join(' / ');
      assert(
        listed(cell(row, 'Báo')).every((words) => wrong.includes(words)) &&
          (wrong !== '') === (cell(row, 'Báo') !== '–'),
        wrong,
      );
    });
  }

  it('is held against the circulars of continuing education', () => {
    const [row] = readTables(new URL('../../cases/tt43-2021/', import.meta.url));
    assert(row);
    const { errors } = evaluateContinuingYear({ ...readCase(row), schoolYear: '2020-2021' });
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['circularNotInForce'],
    );
  });

  it('gives averages and conduct as TT22/2021 does', () => {
    const semester = { regular: [71, 99, 64], midterm: 72, endOfTerm: 86 };
    const { subjects: rows, conduct } = evaluateContinuingYear({
      schoolYear: '2025-2026',
      grade: 11,
      subjects: [{ form: 'byScore', subject: 'history', first: semester, second: semester, reassessedTenths: null }],
      conduct: { first: 'notAchieved', second: 'good' },
      absentHalfDays: null,
    });
    assert.deepEqual(rows, [{ form: 'byScore', subject: 'history', first: 80, second: 80, year: 80 }]);
    assert.equal(conduct.year, 'fair');
  });
});
