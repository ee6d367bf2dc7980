import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CaseRow, listed, readTables } from '../../cases/read-tables.ts';
import { secondaryConditionCases, secondaryProblemCases } from '../../cases/tt22-2021/condition-cases.ts';
import { readSecondaryCase, secondaryLevelLabel } from '../../cases/tt22-2021/read-case.ts';
import { levelNamed, subjectNamed, tenths } from '../../cases/tt22-2021/secondary-draft.ts';
import {
  type CommentAssessment,
  evaluateYear,
  lessonsPerYear,
  requiredCommentAssessments,
  requiredRegularScores,
  type SecondaryGrade,
  type SecondaryYearOutcome,
  semesterAverage,
  semesterComment,
  yearAverage,
  yearComment,
  yearConduct,
} from '../index.ts';

const rows = readTables(new URL('../../cases/tt22-2021/', import.meta.url));
const inFile = (name: string) => rows.filter(({ file }) => file === name);
const cell = ({ cells }: CaseRow, head: string) => cells[head] ?? '';
const manners = {
  promoted: 'được lên lớp',
  promotedAfterSummer: 'được lên lớp sau hè',
  retained: 'không được lên lớp',
};

describe('averages of TT22/2021', () => {
  for (const row of inFile('semester-averages.md')) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Thương đúng')} gives ${cell(row, 'ĐTB học kì')}`, () => {
      const regular = listed(cell(row, 'Thường xuyên')).map(tenths);
      const [midterm, endOfTerm] = [tenths(cell(row, 'Giữa kì')), tenths(cell(row, 'Cuối kì'))];
      assert.equal(semesterAverage({ regular, midterm, endOfTerm }), tenths(cell(row, 'ĐTB học kì')));
    });
  }
  for (const row of inFile('year-averages.md')) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Học kì I')} and ${cell(row, 'Học kì II')} give ${cell(row, 'Cả năm')}`, () => {
      const year = yearAverage(tenths(cell(row, 'Học kì I')), tenths(cell(row, 'Học kì II')));
      assert.equal(year, tenths(cell(row, 'Cả năm')));
    });
  }
  for (const row of inFile('regular-scores.md')) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Môn')} in grade ${cell(row, 'Lớp')} needs ${cell(row, 'Số điểm')}`, () => {
      const lessons = lessonsPerYear(subjectNamed(cell(row, 'Môn')), Number(cell(row, 'Lớp')) as SecondaryGrade);
      assert.deepEqual(
        [lessons, requiredRegularScores(lessons)],
        [Number(cell(row, 'Số tiết')), Number(cell(row, 'Số điểm'))],
      );
    });
  }
});

describe('comment subjects and conduct of TT22/2021', () => {
  const assessments: Readonly<Record<string, CommentAssessment>> = { Đ: 'achieved', CĐ: 'notAchieved', bỏ: 'missed' };
  for (const row of inFile('comment-subjects.md')) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Tình huống')}`, () => {
      const semester = (head: string) =>
        semesterComment(
          cell(row, head)
            .split(' ')
            .map((word) => assessments[word] ?? 'missed'),
          requiredCommentAssessments,
        );
      const second = semester('Học kì II');
      const found = [semester('Học kì I'), second, yearComment(second)].map(secondaryLevelLabel);
      assert.deepEqual(found, [cell(row, 'Kết quả học kì I'), cell(row, 'Kết quả học kì II'), cell(row, 'Cả năm')]);
    });
  }
  for (const row of inFile('conduct.md')) {
    it(`${cell(row, 'Mã')}: ${cell(row, 'Học kì I')} then ${cell(row, 'Học kì II')} is ${cell(row, 'Cả năm')}`, () => {
      const year = yearConduct(levelNamed(cell(row, 'Học kì I')), levelNamed(cell(row, 'Học kì II')));
      assert.equal(secondaryLevelLabel(year), cell(row, 'Cả năm'));
    });
  }
});

describe('the year of a secondary pupil', () => {
  for (const row of rows.filter(({ cells }) => 'Học tập' in cells)) {
    it(`${row.file} ${cell(row, 'Mã')}: ${cell(row, 'Tình huống')}`, () => {
      const outcome = evaluateYear('TT22/2021', readSecondaryCase(row));
      const found = seen(outcome);
      const stated = Object.keys(found).filter((head) => head in row.cells);
      assert.deepEqual(
        Object.fromEntries(stated.map((head) => [head, found[head]])),
        Object.fromEntries(stated.map((head) => [head, cell(row, head)])),
      );
      const { academic, conduct, promoted, levelCompleted } = outcome;
      const reasons = [academic.year, conduct, promoted, levelCompleted].flatMap((part) => part.reasons);
      const why = reasons.map(({ sentence }) => sentence).join(' / ');
      for (const words of listed(cell(row, 'Lý do'))) assert(why.includes(words), `“${words}” không có trong: ${why}`);
      const said = [...outcome.missing, ...outcome.errors, ...outcome.warnings].map(({ sentence }) => sentence);
      const awaited = listed(cell(row, 'Báo'));
      assert.equal(said.length, awaited.length, said.join(' / '));
      for (const words of awaited)
        assert(
          said.some((sentence) => sentence.includes(words)),
          `${words}: ${said.join(' / ')}`,
        );
    });
  }

  it('has no code twice', () => {
    const codes = rows.map((row) => cell(row, 'Mã')).filter((code) => code !== '');
    assert.deepEqual(codes, [...new Set(codes)]);
  });
});

describe('every condition of TT22/2021', () => {
  for (const { id, pass, failAlone } of secondaryConditionCases()) {
    it(`${id} has a case that passes`, () => assert.notDeepEqual(pass, []));
    it(`${id} has a case that fails by it alone`, () => assert.notDeepEqual(failAlone, []));
  }
  for (const { id, failAlone } of secondaryProblemCases()) {
    it(`problem ${id} has a case with it alone`, () => assert.notDeepEqual(failAlone, []));
  }
});

function seen({
  academic,
  conduct,
  promoted,
  levelCompleted,
  titles,
}: SecondaryYearOutcome): Readonly<Record<string, string>> {
  return {
    'Mức Đ9.2': secondaryLevelLabel(academic.year.base),
    'Học tập': secondaryLevelLabel(academic.year.level),
    'Sau rèn luyện hè': conduct.afterSummerTraining === null ? '–' : secondaryLevelLabel(conduct.afterSummerTraining),
    'Sau đánh giá lại':
      academic.afterReassessment === null ? '–' : secondaryLevelLabel(academic.afterReassessment.level),
    'Lên lớp': promoted.manner === null ? 'chưa xét' : manners[promoted.manner],
    'Hoàn thành cấp học': levelCompleted.holds === null ? 'chưa xét' : levelCompleted.holds ? 'có' : 'không',
    'Danh hiệu': titles.map(({ label }) => label).join('; ') || '–',
  };
}
