import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listed, readTables } from '../../cases/read-tables.ts';
import { subjectNamed } from '../../cases/tt22-2021/secondary-draft.ts';
import { responsibleTeacher, responsibleTeacherProblemCodes, responsibleTeacherProblems } from '../index.ts';

const rows = readTables(new URL('../../cases/tt22-2021/', import.meta.url)).filter(({ cells }) => 'Phụ trách' in cells);
const cases = rows.map(({ cells }) => {
  const named = (head: string) => listed(cells[head] ?? '');
  const teaching = {
    subject: subjectNamed(cells['Môn'] ?? ''),
    teachers: named('Giáo viên'),
    responsible: named('Phụ trách')[0] ?? null,
    coSigners: named('Cùng ký'),
  };
  return { cells, teaching, problems: responsibleTeacherProblems(teaching) };
});

describe('who signs for a subject', () => {
  for (const { cells, teaching, problems } of cases) {
    it(`${cells['Mã']}: ${cells['Môn']} of ${cells['Giáo viên']}`, () => {
      assert.equal(responsibleTeacher(teaching) ?? '–', cells['Người chịu trách nhiệm']);
      const said = problems.map(({ sentence }) => sentence).join(' / ');
      assert.equal(problems.length, listed(cells['Báo'] ?? '').length, said);
      assert(
        listed(cells['Báo'] ?? '').every((words) => said.includes(words)),
        said,
      );
    });
  }

  it('every problem has a case with it alone', () => {
    const alone = cases.flatMap(({ problems }) => (problems.length === 1 ? problems.map(({ code }) => code) : []));
    assert.deepEqual(new Set(alone), new Set(responsibleTeacherProblemCodes));
  });
});
