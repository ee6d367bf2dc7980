import assert from 'node:assert/strict';
import { it } from 'node:test';
import { competencesInGrade, type PrimaryGrade, primarySubjectsInGrade } from './index.ts';

/** Year-end tests by grade, as TT27/2020 Đ7 yields them. */
const tested: Record<PrimaryGrade, string> = {
  1: 'vietnamese mathematics',
  2: 'vietnamese mathematics',
  3: 'vietnamese mathematics foreignLanguage informatics technology',
  4: 'vietnamese mathematics foreignLanguage historyGeography science informatics technology',
  5: 'vietnamese mathematics foreignLanguage historyGeography science informatics technology',
};
const absent: Record<PrimaryGrade, string> = {
  1: 'historyGeography science technology',
  2: 'historyGeography science technology',
  3: 'historyGeography science',
  4: 'natureSociety',
  5: 'natureSociety',
};

for (const grade of [1, 2, 3, 4, 5] as const) {
  it(`grade ${grade} has the tests and the empty rows of the programme`, () => {
    const rows = primarySubjectsInGrade(grade);
    const names = (chosen: typeof rows) => chosen.map(({ subject }) => subject).join(' ');
    assert.equal(names(rows.filter((row) => row.tested)), tested[grade]);
    assert.equal(names(rows.filter((row) => row.standing === 'absent')), absent[grade]);
    assert.equal(rows.length, 14);
  });
}

it('competences of technology and informatics are assessed from grade 3 on', () => {
  assert.equal(competencesInGrade(2).length, 8);
  assert.equal(competencesInGrade(3).length, 10);
});
