import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { awkwardCases, buildReferenceSchool, buildSecondSchool, writeWorkbook } from './index.ts';

const { june, august, facts } = buildReferenceSchool(1);

describe('the reference school', () => {
  it('has 27 classes of grades 1 to 5 and 847 pupils at the end of the year', () => {
    assert.equal(june.classes.length, 27);
    assert.deepEqual([...new Set(june.classes.map((one) => one.grade))], [1, 2, 3, 4, 5]);
    assert.equal(june.results.length, 847);
    assert.equal(june.pupils.filter((pupil) => pupil.status !== 'Chuyển đi').length, 847);
  });

  it('is the same school for the same seed, and another for another', async () => {
    const [first, again] = await Promise.all([writeWorkbook(june), writeWorkbook(buildReferenceSchool(1).june)]);
    assert.deepEqual(first, again);
    assert.notDeepEqual(buildReferenceSchool(2).june.pupils, june.pupils);
  });

  it('gives every class its own homeroom teacher and a teacher for every subject', () => {
    assert.equal(new Set(june.classes.map((one) => one.homeroomTeacherId)).size, 27);
    assert.equal(facts.homeroomTeachers.size, 27);
    const staffIds = new Set(june.staff.map((person) => person.staffId));
    assert.ok(june.assignments.every((one) => staffIds.has(one.staffId)));
  });

  it('repeats no code, no personal id, no login name, and no name with the same birth date', () => {
    const unique = (values: (string | null)[]): void => {
      const known = values.filter((value) => value !== null);
      assert.equal(new Set(known).size, known.length);
    };
    unique(june.pupils.map((pupil) => pupil.studentId));
    unique(june.pupils.map((pupil) => pupil.personalId));
    unique(june.pupils.map((pupil) => `${pupil.fullName}/${pupil.birthDate}`));
    unique(june.staff.map((person) => person.loginName));
    unique(june.staff.map((person) => person.staffId));
  });

  it('forms personal ids by the rules, with random parts that no register would have drawn', () => {
    for (const { personalId, gender, birthDate } of june.pupils) {
      if (personalId === null) continue;
      assert.match(personalId, /^0\d\d[23]\d\d(000|900)\d{3}$/);
      assert.equal(personalId.charAt(3), gender === 'male' ? '2' : '3');
      assert.equal(personalId.slice(4, 6), birthDate.slice(2, 4));
    }
  });

  it('spreads results as schools do: most complete, some with praise, very few not', () => {
    const share = (name: string) => june.results.filter((one) => one.conclusion.educationResult === name).length / 847;
    assert.ok(share('Hoàn thành xuất sắc') > 0.2 && share('Hoàn thành xuất sắc') < 0.45);
    assert.ok(share('Hoàn thành tốt') > 0.05);
    assert.ok(share('Hoàn thành') > 0.35);
    assert.equal(june.results.filter((one) => one.conclusion.educationResult === 'Chưa hoàn thành').length, 3);
  });

  it('names a different pupil for every awkward case', () => {
    const ids = Object.values(facts.awkward);
    assert.equal(ids.length, Object.keys(awkwardCases).length);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids)
      assert.ok(
        june.pupils.some((pupil) => pupil.studentId === id),
        id,
      );
  });

  it('differs in August only by the supplementary assessments', () => {
    assert.deepEqual(august.results, june.results);
    assert.deepEqual(august.pupils, june.pupils);
    assert.equal(june.supplementary.length, 0);
    assert.equal(august.supplementary.length, 3);
  });
});

describe('the second school', () => {
  it('shares no code, login name or personal id with the first', () => {
    const { data } = buildSecondSchool(1);
    assert.equal(data.classes.length, 4);
    assert.notEqual(data.school.schoolId, june.school.schoolId);
    const identities = ({ pupils, staff }: typeof data): string[] => [
      ...pupils.flatMap(({ studentId, personalId }) => [studentId, personalId ?? studentId]),
      ...staff.flatMap(({ staffId, loginName }) => [staffId, loginName]),
    ];
    const first = new Set(identities(june));
    assert.deepEqual(
      identities(data).filter((identity) => first.has(identity)),
      [],
    );
  });
});
