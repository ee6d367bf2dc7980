import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { SchoolData } from '../../../../simulators/sector-database/index.ts';
import { buildSecondSchool } from '../../../../simulators/sector-database/index.ts';
import { carryOverClass, releaseClass } from '../../../testing/acts.ts';
import { importSchool, person, type TestSchool, testSchool } from '../../../testing/test-school.ts';
import { startImport } from './import-workbook.ts';
import { runImport } from './run-import.ts';

let school: TestSchool;
let data: SchoolData;

before(async () => {
  school = await testSchool();
  data = school.data;
  assert.equal((await school.load(data)).status, 'applied');
});
after(() => school?.end());

test('a workbook gives teaching positions only; the others are proposals for the administrator', async () => {
  assert.deepEqual(await positionsOf(data.staff.find(({ position }) => position === 'Hiệu trưởng')?.staffId), {
    positions: [],
    proposed: ['principal'],
  });
  const homeroom = data.classes[0]?.homeroomTeacherId;
  assert.deepEqual(await positionsOf(homeroom), { positions: ['homeroomTeacher', 'subjectTeacher'], proposed: [] });
});

test('nobody becomes administrator by a workbook, or keeps a proposal of it', async () => {
  const clerkAsAdministrator = data.staff.map((member) =>
    member.staffId === school.clerk.staffId ? { ...member, position: 'Quản trị hệ thống' as const } : member,
  );
  assert.equal((await school.load({ ...data, staff: clerkAsAdministrator })).status, 'applied');
  assert.deepEqual(await positionsOf(school.clerk.staffId), { positions: [], proposed: [] });
  await school.load(data);
});

test('carry-over waits for exactly one confirmed principal', async () => {
  const { platform, vicePrincipal } = school;
  await releaseClass(platform, vicePrincipal, school.of('5A'));
  await assert.rejects(carryOverClass(platform, vicePrincipal, school.of('5A')), /chưa có hiệu trưởng/);
  await school.confirmPositions();
  assert.ok((await carryOverClass(platform, vicePrincipal, school.of('5A'))).carriedOver > 0);
});

test('a workbook that calls somebody else principal changes no confirmed position', async () => {
  const { principal, clerk } = school;
  const staff = data.staff.map((member) => {
    if (member.staffId === clerk.staffId) return { ...member, position: 'Hiệu trưởng' as const };
    return member.staffId === principal.staffId ? { ...member, position: 'Giáo viên' as const } : member;
  });
  assert.equal((await school.load({ ...data, staff })).status, 'applied');
  assert.deepEqual((await positionsOf(principal.staffId)).positions, ['principal', 'subjectTeacher']);
  assert.deepEqual(await positionsOf(clerk.staffId), { positions: ['academicClerk'], proposed: ['principal'] });
  await school.load(data);
});

test('the first import names the school; a later one is told that its name was not taken', async () => {
  const { status, report } = await school.load({ ...data, school: { ...data.school, name: 'Trường của tôi' } });
  assert.equal(status, 'applied');
  assert.match(report.problems?.find(({ code }) => code === 'schoolKept')?.sentence ?? '', /Trường của tôi/);
  assert.deepEqual(await school.rows('select name from school'), [{ name: data.school.name }]);
});

test('an import opens no account that was switched off', async () => {
  await school.rows('update account set active = false where staff_id = $1', [data.staff[5]?.staffId]);
  await school.load(data);
  const [account] = await school.rows('select active from account where staff_id = $1', [data.staff[5]?.staffId]);
  assert.deepEqual(account, { active: false });
});

test('who is no longer listed teaches nobody, and what is no longer assigned is gone', async () => {
  const homeroom = new Set(data.classes.map(({ homeroomTeacherId }) => homeroomTeacherId));
  const leaving = data.staff.find(({ position, staffId }) => position === 'Giáo viên' && !homeroom.has(staffId));
  const heir = data.classes[0]?.homeroomTeacherId ?? '';
  assert.ok(leaving);
  const assignments = data.assignments.map((each) =>
    each.staffId === leaving.staffId ? { ...each, staffId: heir } : each,
  );
  const staff = data.staff.filter(({ staffId }) => staffId !== leaving.staffId);
  const { status, report } = await school.load({ ...data, staff, assignments });
  assert.equal(status, 'applied', JSON.stringify(report.problems?.slice(0, 2)));
  assert.deepEqual(await positionsOf(leaving.staffId), { positions: [], proposed: [] });
  const staffRows = await school.rows('select positions from staff where staff_id = $1', [leaving.staffId]);
  assert.deepEqual(staffRows, [{ positions: [] }]);

  const optional = data.assignments.find(({ subject }) => subject === 'ethnicLanguage');
  const fewer = data.assignments.filter((each) => each !== optional);
  await school.load({ ...data, assignments: fewer });
  const stored = await school.rows('select 1 from teaching_assignment');
  assert.equal(stored.length, fewer.length);
  await school.load(data);
});

test('a pupil left out of a workbook is asked about by name', async () => {
  const gone = data.pupils.find(({ classCode }) => classCode === '1A');
  const pupils = data.pupils.filter((pupil) => pupil !== gone);
  const results = data.results.filter(({ studentId }) => studentId !== gone?.studentId);
  const { status, report } = await school.load({ ...data, pupils, results });
  assert.equal(status, 'problems');
  assert.match(report.problems?.[0]?.sentence ?? '', new RegExp(`${gone?.studentId}.*trạng thái`));
});

test('results of a released class are not changed by an import', async () => {
  await releaseClass(school.platform, school.vicePrincipal, school.of('3A'));
  const results = data.results.map((row) => (row.classCode === '3A' ? { ...row, height: 155.5 } : row));
  const { status, report } = await school.load({ ...data, results });
  assert.equal(status, 'problems');
  assert.match(report.problems?.[0]?.sentence ?? '', /kết quả trong tệp khác với dữ liệu lớp đã ban hành/);
});

test('a correction made in the system outlives a workbook that changes something else', async () => {
  const [row] = data.results.filter(({ classCode }) => classCode === '2A');
  await school.rows(`update pupil_year set facts = jsonb_set(facts, '{weightTenths}', '301') where student_id = $1`, [
    row?.studentId,
  ]);
  const results = data.results.map((each) => (each === row ? { ...each, absentWithLeave: 7 } : each));
  const { status } = await school.load({ ...data, results });
  assert.equal(status, 'applied');
  const [stored] = await school.rows('select facts from pupil_year where student_id = $1', [row?.studentId]);
  const { facts } = stored as { facts: { weightTenths: number; absentWithLeave: number } };
  assert.deepEqual([facts.weightTenths, facts.absentWithLeave], [301, 7]);
  const heavier = results.map((each) => (each.studentId === row?.studentId ? { ...each, weight: 33.3 } : each));
  const { report } = await school.load({ ...data, results: heavier });
  assert.match(report.problems?.find(({ code }) => code === 'correctionOverwritten')?.sentence ?? '', /cân nặng/);
});

test('a character no record can show is a problem of its cell', async () => {
  const [row] = data.results.filter(({ classCode }) => classCode === '2A');
  const results = data.results.map((each) => (each === row ? { ...each, generalComment: 'Ngoan 😀' } : each));
  const { status, report } = await school.load({ ...data, results });
  assert.equal(status, 'problems');
  assert.match(report.problems?.[0]?.sentence ?? '', /^Ô C1-KetQua![A-Z]+\d+.*😀/);
});

test('a login name of another school is a problem of its row, not a fault', async () => {
  const other = buildSecondSchool(8).data;
  const schoolId = '99000999';
  const [taken] = data.staff;
  const staff = other.staff.map((member, index) =>
    index === 0 ? { ...member, loginName: taken?.loginName ?? '' } : { ...member, loginName: `khac.${index}` },
  );
  const clerk = person(schoolId, { fullName: 'Học vụ khác', staffId: 'x' }, 'academicClerk');
  const foreign = { ...other, school: { ...other.school, schoolId }, staff };
  const { status, report } = await importSchool(school.platform, clerk, foreign);
  assert.equal(status, 'problems', JSON.stringify(report));
  assert.match(
    report.problems?.[0]?.sentence ?? '',
    new RegExp(`dòng \\d+: tên đăng nhập ${taken?.loginName.toLowerCase()}`),
  );
});

test('what fails again and again ends visibly', async () => {
  const { platform, clerk } = school;
  const key = await startImport(platform, clerk, { fileName: 'mat.xlsx', bytes: new TextEncoder().encode('mất') });
  const missing = { ...platform, files: { ...platform.files, get: () => Promise.reject(new Error('disk')) } };
  const item = { kind: 'importWorkbook', schoolId: clerk.schoolId, key };
  await assert.rejects(runImport(missing, { ...item, attempts: 0 }), /disk/);
  assert.equal(await runImport(missing, { ...item, attempts: 7 }), 'done');
  const [run] = await school.rows('select status, report from import_run where import_id = $1', [key]);
  const { status, report } = run as { status: string; report: { refusal: { sentence: string } } };
  assert.equal(status, 'failed');
  assert.match(report.refusal.sentence, /chưa có dữ liệu nào thay đổi/);
});

test('workbooks of one school are stored in the order of their upload', async () => {
  const { platform, clerk } = school;
  const file = (text: string) => ({ fileName: 'x.xlsx', bytes: new TextEncoder().encode(text) });
  const first = await startImport(platform, clerk, file('một'));
  const second = await startImport(platform, clerk, file('hai'));
  const run = (key: string) =>
    runImport(platform, { kind: 'importWorkbook', schoolId: clerk.schoolId, key, attempts: 0 });
  assert.deepEqual(await run(second), { afterMs: 500 });
  assert.equal(await run(first), 'done');
  assert.equal(await run(second), 'done');
  assert.equal(await run(randomUUID()), 'done');
});

async function positionsOf(staffId: string | null | undefined) {
  const [row] = await school.rows<{ positions: string[]; proposed: string[] }>(
    'select positions, proposed_positions as proposed from account where staff_id = $1',
    [staffId],
  );
  return row ?? { positions: [], proposed: [] };
}
