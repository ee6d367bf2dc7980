import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SchoolData } from '../../../../simulators/sector-database/index.ts';
import { filledSchool, type TestSchool } from '../../../testing/test-school.ts';
import { carryOverClass } from './carry-over-class.ts';
import { releaseClass } from './release-class.ts';
import { withdrawYearSheet } from './withdraw-year-sheet.ts';
import { moveYearSheets, withdrawOtherVersions } from './year-sheet.store.ts';

let school: TestSchool;
let data: SchoolData;

before(async () => {
  school = await filledSchool();
  data = school.data;
  const { platform, vicePrincipal } = school;
  await releaseClass(platform, vicePrincipal, school.of('1A'));
});
after(() => school?.end());

test('carrying a class over twice at once freezes every pupil once', async () => {
  const { platform, vicePrincipal } = school;
  const reports = await Promise.all([1, 2].map(() => carryOverClass(platform, vicePrincipal, school.of('1A'))));
  const pupils = data.results.filter(({ classCode }) => classCode === '1A').length;
  assert.deepEqual(reports.map(({ carriedOver }) => carriedOver).sort(), [0, pupils].sort());
  assert.deepEqual(reports.map(({ already }) => already).sort(), [0, pupils].sort());
});

test('carrying over again makes no new summary while nothing changed', async () => {
  await carryOverClass(school.platform, school.vicePrincipal, school.of('1A'));
  const versions = await school.rows<{ version: number }>("select version from class_summary where class_id = '1A'");
  assert.deepEqual(versions, [{ version: 1 }]);
});

test('releasing twice at once is releasing once', async () => {
  const { platform, vicePrincipal } = school;
  await Promise.all([1, 2, 3].map(() => releaseClass(platform, vicePrincipal, school.of('2A'))));
});

test('a frozen pupil can move to another class neither by an import nor by another carry-over', async () => {
  const [frozen] = data.results.filter(({ classCode }) => classCode === '1A');
  const moved = change(frozen?.studentId ?? '', (pupil) => ({ ...pupil, classCode: '2A' }));
  const { status, report } = await school.load(moved);
  assert.equal(status, 'problems');
  assert.deepEqual(report.problems?.length, 1);
  assert.match(report.problems?.[0]?.sentence ?? '', new RegExp(`${frozen?.studentId}.*lớp.*đã kết chuyển`));

  // Even past the import: one pupil and year never has two sheets in force.
  await school.rows("update enrolment set class_id = '2A' where student_id = $1", [frozen?.studentId]);
  await carryOverClass(school.platform, school.vicePrincipal, school.of('2A'));
  const sheets = await school.rows('select class_id from year_sheet where student_id = $1', [frozen?.studentId]);
  assert.deepEqual(sheets, [{ class_id: '1A' }]);
  await school.rows("update enrolment set class_id = '1A' where student_id = $1", [frozen?.studentId]);
  const second = school.rows(
    `insert into year_sheet select gen_random_uuid(), school_id, school_year, class_id, student_id, record_id, lookup_code, 9,
       content, content_digest, 'carriedOver', cohort, carried_over_at, carried_over_by, null from year_sheet
     where student_id = $1`,
    [frozen?.studentId],
  );
  await assert.rejects(second, /year_sheet_one_in_force/);
});

test('nor may an import change the name or the status of a frozen pupil', async () => {
  const [one, two] = data.results.filter(({ classCode }) => classCode === '1A');
  const renamed = change(one?.studentId ?? '', (pupil) => ({ ...pupil, fullName: 'Nguyễn Văn Khác' }));
  const { report } = await school.load(renamed);
  assert.match(report.problems?.find(({ code }) => code === 'valueInvalid')?.sentence ?? '', /thông tin cá nhân/);

  const left = change(two?.studentId ?? '', (pupil) => ({ ...pupil, status: 'Chuyển đi', statusOn: '2026-03-01' }));
  const results = left.results.filter(({ studentId }) => studentId !== two?.studentId);
  const gone = await school.load({ ...left, results });
  assert.match(gone.report.problems?.[0]?.sentence ?? '', /trạng thái/);
});

function change(studentId: string, how: (pupil: SchoolData['pupils'][number]) => SchoolData['pupils'][number]) {
  const pupils = data.pupils.map((pupil) => (pupil.studentId === studentId ? how(pupil) : pupil));
  const classCode = pupils.find((pupil) => pupil.studentId === studentId)?.classCode ?? '';
  const results = data.results.map((row) => (row.studentId === studentId ? { ...row, classCode } : row));
  return { ...data, pupils, results };
}

test('a sheet locked although it was withdrawn too late takes the place of the version begun since', async () => {
  const { platform, principal, vicePrincipal } = school;
  const studentId = data.results.find(({ classCode }) => classCode === '1A')?.studentId ?? '';
  const [sheet] = await school.rows<{ id: string }>(
    'select year_sheet_id as id from year_sheet where student_id = $1',
    [studentId],
  );
  const yearSheetId = sheet?.id ?? '';
  await withdrawYearSheet(platform, principal, { yearSheetId, reason: 'Sai nhận xét môn Toán' });
  await carryOverClass(platform, vicePrincipal, school.of('1A'));
  await platform.database.transaction(principal, async (tx) => {
    await withdrawOtherVersions(tx, { yearSheetId });
    await moveYearSheets(tx, { yearSheetIds: [yearSheetId], from: ['withdrawn'], to: 'locked' });
  });
  const states = await school.rows('select version, state from year_sheet where student_id = $1 order by version', [
    studentId,
  ]);
  assert.deepEqual(states, [
    { version: 1, state: 'locked' },
    { version: 2, state: 'withdrawn' },
  ]);
});

test('a sheet carries the day in Vietnam, which begins seven hours early', async () => {
  const { vicePrincipal } = school;
  const platform = { ...school.platform, clock: { now: () => new Date('2026-05-31T17:30:00Z') } };
  await releaseClass(platform, vicePrincipal, school.of('3A'));
  await carryOverClass(platform, vicePrincipal, school.of('3A'));
  const days = await school.rows(
    "select distinct content ->> 'carriedOverOn' as day from year_sheet where class_id = '3A'",
  );
  assert.deepEqual(days, [{ day: '2026-06-01' }]);
});
