import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { primaryEducationResults, primarySubjects } from '@hocba/record';
import { type CaseRow, listed, readTables } from '../../cases/read-tables.ts';
import { primaryConditionCases, primaryProblemCases } from '../../cases/tt27-2020/condition-cases.ts';
import { readPrimaryCase } from '../../cases/tt27-2020/read-case.ts';
import {
  type AssessmentPointReport,
  assessmentPoints,
  checkAssessmentPoint,
  type Decision,
  evaluateYear,
  type PrimaryGrade,
  type PrimaryYearOutcome,
  subjectsWithTest,
} from '../index.ts';

const rows = readTables(new URL('../../cases/tt27-2020/', import.meta.url));
const cases = rows.filter(({ cells }) => 'Kết quả' in cells);
const outcomes = cases.map((row) => evaluateYear('TT27/2020', readPrimaryCase(row)));

describe('the cases of TT27/2020', () => {
  for (const [index, row] of cases.entries()) {
    it(`${row.file} ${row.cells['Mã']}: ${row.cells['Tình huống']}`, () => {
      const outcome = outcomes[index];
      assert(outcome);
      const { cells } = row;
      assert.deepEqual(seen(outcome), expected(row));
      for (const words of listed(cells['Lý do'] ?? ''))
        assert(
          outcome.result.reasons.some(({ sentence }) => sentence.includes(words)),
          `“${words}” không có trong: ${outcome.result.reasons.map(({ sentence }) => sentence).join(' / ')}`,
        );
      assertSaid(outcome, cells['Báo'] ?? '');
    });
  }

  it('has no code twice', () => {
    const codes = cases.map(({ cells }) => cells['Mã']);
    assert.deepEqual(codes, [...new Set(codes)]);
  });
});

describe('every condition of TT27/2020', () => {
  for (const { id, pass, failAlone } of primaryConditionCases()) {
    it(`${id} has a case that passes`, () => assert.notDeepEqual(pass, []));
    it(`${id} has a case that fails by it alone`, () => assert.notDeepEqual(failAlone, []));
  }
  for (const { id, failAlone } of primaryProblemCases()) {
    it(`problem ${id} has a case with it alone`, () => assert.notDeepEqual(failAlone, []));
  }
});

describe('the four assessment points', () => {
  for (const row of rows.filter(({ cells }) => 'Thời điểm' in cells)) {
    const { cells } = row;
    it(`${cells['Mã']}: ${cells['Tình huống']}`, () => {
      const point = assessmentPoints.find(({ label }) => label === cells['Thời điểm'])?.id;
      assert(point);
      assertSaid(checkAssessmentPoint(readPrimaryCase(row, point), point), cells['Báo'] ?? '');
    });
  }
});

describe('periodic tests', () => {
  for (const { cells } of rows.filter((row) => 'Khối' in row.cells)) {
    for (const { id, label } of assessmentPoints) {
      it(`grade ${cells['Khối']}, ${label}: ${cells[label]}`, () => {
        const labels = subjectsWithTest(Number(cells['Khối']) as PrimaryGrade, id).map(
          (subject) => primarySubjects.find((term) => term.id === subject)?.label,
        );
        assert.deepEqual(labels, listed(cells[label] ?? ''));
      });
    }
  }
});

/** Each awaited phrase is said, and nothing else is. */
function assertSaid({ missing, errors, warnings }: AssessmentPointReport, awaited: string): void {
  const said = [...missing, ...errors, ...warnings].map(({ sentence }) => sentence);
  const phrases = listed(awaited);
  assert.equal(said.length, phrases.length, said.join(' / '));
  for (const words of phrases)
    assert(
      said.some((sentence) => sentence.includes(words)),
      `${words}: ${said.join(' / ')}`,
    );
}

function seen(outcome: PrimaryYearOutcome) {
  return {
    result: resultInWords(outcome),
    gradeCompleted: inWords(outcome.gradeCompleted),
    promoted: inWords(outcome.promoted),
    primaryCompleted: inWords(outcome.primaryCompleted),
    titles: outcome.titles.map(({ label, status }) => (status === 'awarded' ? label : `${label} (xét)`)),
  };
}

function expected({ cells }: CaseRow) {
  return {
    result: cells['Kết quả'],
    gradeCompleted: cells['HT lớp'],
    promoted: cells['Lên lớp'],
    primaryCompleted: cells['HT tiểu học'],
    titles: listed(cells['Danh hiệu'] ?? ''),
  };
}

function resultInWords({ result, missing, errors }: PrimaryYearOutcome): string | undefined {
  if (result.level !== null) return primaryEducationResults.find(({ id }) => id === result.level)?.label;
  if (errors.length > 0) return 'dữ liệu sai';
  return missing.length > 0 ? 'thiếu dữ liệu' : 'không xếp mức';
}

function inWords({ holds }: Decision): string {
  if (holds === null) return 'chưa xét';
  return holds ? 'có' : 'không';
}
