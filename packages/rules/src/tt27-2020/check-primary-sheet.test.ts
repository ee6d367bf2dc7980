import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type PrimaryYearConclusion,
  type PrimaryYearSheet,
  primaryEducationResults,
  primarySubjects,
  scoreFromTenths,
} from '@hocba/record';
import fc from 'fast-check';
import { readTables } from '../../cases/read-tables.ts';
import { completeYear } from '../../cases/tt27-2020/arbitrary-year.ts';
import { readPrimaryCase } from '../../cases/tt27-2020/read-case.ts';
import { sheetOf } from '../../cases/tt27-2020/sheet-of.ts';
import { checkAgainstRules, evaluateYear, type PrimaryYearInput, primaryYearConclusion } from '../index.ts';

const cases = readTables(new URL('../../cases/tt27-2020/', import.meta.url)).filter(({ cells }) => 'Kết quả' in cells);

function concluded(input: PrimaryYearInput): PrimaryYearSheet | undefined {
  const outcome = primaryYearConclusion(input, evaluateYear('TT27/2020', input));
  return 'conclusion' in outcome ? sheetOf(input, outcome.conclusion) : undefined;
}

function sheetOfCase(code: string): PrimaryYearSheet {
  const row = cases.find(({ cells }) => cells['Mã'] === code);
  assert(row);
  const sheet = concluded(readPrimaryCase(row));
  assert(sheet);
  return sheet;
}

function restated(sheet: PrimaryYearSheet, changed: Partial<PrimaryYearConclusion>): PrimaryYearSheet {
  return { ...sheet, conclusion: { ...sheet.conclusion, ...changed } };
}

const codesOf = (sheet: PrimaryYearSheet) => checkAgainstRules(sheet).map(({ code }) => code);

describe('a sheet made by the rules', () => {
  for (const row of cases) {
    const input = readPrimaryCase(row);
    const sheet = concluded(input);
    if (sheet)
      it(`of case ${row.cells['Mã']} follows them`, () => {
        const errors = checkAgainstRules(sheet, { 'TT27/2020': input.parameters }).filter(
          ({ severity }) => severity === 'error',
        );
        assert.deepEqual(errors, []);
      });
  }

  it('follows them whatever the pupil’s year was', () => {
    fc.assert(
      fc.property(completeYear, (complete) => {
        const input = { ...complete, principalDecision: null };
        const sheet = concluded(input);
        if (sheet) assert.deepEqual(checkAgainstRules(sheet, { 'TT27/2020': input.parameters }), []);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a sheet that says something else', () => {
  it('is found whatever single statement of its conclusion is changed', () => {
    const changed = (sheet: PrimaryYearSheet, pick: number): PrimaryYearSheet => {
      const { educationResult, gradeCompleted, primaryCompleted } = sheet.conclusion;
      const others = primaryEducationResults.map(({ id }) => id).filter((id) => id !== educationResult);
      const changes: readonly Partial<PrimaryYearConclusion>[] = [
        { educationResult: others[pick % others.length] ?? null },
        { educationResult: null },
        { gradeCompleted: !gradeCompleted },
        { primaryCompleted: !primaryCompleted },
        { promoted: false },
      ];
      return restated(sheet, changes[pick % changes.length] ?? {});
    };
    fc.assert(
      fc.property(completeYear, fc.nat(), (input, pick) => {
        const sheet = concluded({ ...input, principalDecision: null });
        if (!sheet) return;
        const findings = checkAgainstRules(changed(sheet, pick), { 'TT27/2020': input.parameters });
        assert(findings.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 300 },
    );
  });

  it('is found when its result is too high, with what it says, what the rules say, and why', () => {
    const [finding, ...others] = checkAgainstRules(
      restated(sheetOfCase('P02'), { educationResult: 'completedOutstandingly' }),
    );
    assert.deepEqual(others, []);
    assert.equal(
      finding?.sentence,
      'Kết quả giáo dục: học bạ ghi “Hoàn thành xuất sắc”, nhưng theo dữ liệu trong học bạ thì là “Hoàn thành tốt” (TT27/2020 Đ9.2.a).',
    );
    assert(finding.reasons.some(({ sentence }) => sentence.includes('Tiếng Việt được 8, dưới 9')));
  });

  it('is found for each flag of its conclusion', () => {
    assert.deepEqual(codesOf(restated(sheetOfCase('P02'), { promoted: false })), ['promoted']);
    assert.deepEqual(codesOf(restated(sheetOfCase('HT-lớp 4'), { primaryCompleted: true })), ['primaryCompleted']);
    assert.deepEqual(codesOf(restated(sheetOfCase('HT-lớp 5'), { primaryCompleted: false })), ['primaryCompleted']);
    assert.deepEqual(codesOf(restated(sheetOfCase('P15'), { gradeCompleted: true })).slice(0, 1), ['gradeCompleted']);
  });

  it('is quoted with both sides of a flag', () => {
    const [finding] = checkAgainstRules(restated(sheetOfCase('P02'), { promoted: false }));
    assert.deepEqual([finding?.stated, finding?.computed], ['không', 'có']);
  });

  it('may keep a first result only where a supplementary assessment gave another', () => {
    assert.deepEqual(codesOf(restated(sheetOfCase('P14'), { firstEducationResult: null })), ['firstEducationResult']);
    assert.deepEqual(codesOf(restated(sheetOfCase('P02'), { firstEducationResult: 'notCompleted' })), [
      'firstEducationResult',
    ]);
    assert.deepEqual(codesOf(restated(sheetOfCase('P02'), { firstEducationResult: 'completedWell' })), []);
  });

  it('may not carry a title its result does not allow, nor quietly lack Học sinh Xuất sắc', () => {
    assert.deepEqual(codesOf(restated(sheetOfCase('P02'), { commendations: ['Học sinh Xuất sắc'] })), ['titleNotDue']);
    const lacking = checkAgainstRules(restated(sheetOfCase('P01'), { commendations: [] }));
    assert.deepEqual(
      lacking.map(({ code, severity }) => [code, severity]),
      [['titleNotStated', 'warning']],
    );
  });

  it('may carry any other praise people decided', () => {
    const praised = { commendations: ['Khen thưởng đột xuất: nhặt được của rơi trả người mất'] };
    assert.deepEqual(codesOf(restated(sheetOfCase('P06'), praised)), []);
  });

  it('is found when a due score is missing, never reading it as zero', () => {
    const sheet = sheetOfCase('P04');
    const subjects = sheet.subjects.map((row) => (row.subject === 'science' ? { ...row, score: null } : row));
    const findings = checkAgainstRules({ ...sheet, subjects });
    assert.deepEqual(
      findings.map(({ code, sentence }) => [code, sentence.includes('Khoa học')]),
      [['missingData', true]],
    );
  });

  it('is found when a score is not whole', () => {
    const sheet = sheetOfCase('P04');
    const subjects = sheet.subjects.map((row) =>
      row.subject === 'science' ? { ...row, score: scoreFromTenths(75) } : row,
    );
    assert.deepEqual(codesOf({ ...sheet, subjects }), ['scoreNotWhole']);
  });

  it('may print every row of the form, those not taught left empty', () => {
    const sheet = sheetOfCase('P03');
    const printed = new Set(sheet.subjects.map(({ subject }) => subject));
    const empty = primarySubjects
      .filter(({ id }) => !printed.has(id))
      .map(({ id }) => ({
        subject: id,
        level: null,
        score: null,
        comment: '',
        supplementary: null,
        responsible: null,
      }));
    assert.deepEqual(codesOf({ ...sheet, subjects: [...sheet.subjects, ...empty] }), []);
  });

  it('is found when its school year was governed by another circular', () => {
    assert.deepEqual(codesOf({ ...sheetOfCase('P11'), schoolYear: '2023-2024' }), ['circularNotInForce']);
  });
});
