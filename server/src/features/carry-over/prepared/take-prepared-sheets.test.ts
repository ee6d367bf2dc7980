import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assembleRecordXml, type SecondaryYearSheet, writeYearSheet, type YearSheet } from '@hocba/record';
import { lowerSecondarySheet, sampleSheet, upperSecondarySheet } from '@hocba/record/testing';
import { readClassEntry, readProgress, readPupilYear, withdrawYearSheet } from '../../../../testing/acts.ts';
import { type TestInstall, testInstall } from '../../../../testing/test-school.ts';
import type { Actor, Position } from '../../../platform/actor.ts';
import { AppError } from '../../../platform/app-error.ts';
import { takePreparedSheets } from './take-prepared-sheets.ts';

let install: TestInstall;
const { schoolYear } = lowerSecondarySheet;
const ofSchool = <Sheet extends SecondaryYearSheet>(sheet: Sheet) => ({ ...sheet, schoolYear });

before(async () => {
  install = await testInstall();
});
after(() => install.end());

function actorOf(sheet: YearSheet, ...positions: Position[]): Actor {
  const { schoolId } = sheet.school;
  return {
    accountId: '7b6f0a0e-6f2a-4c1e-9d0e-0d6a0f6f0001',
    schoolId,
    fullName: 'Lê Thu Hà',
    staffId: 'NV01',
    positions,
    communeCode: null,
  };
}

function take(sheets: readonly YearSheet[], actor = actorOf(sheets[0] ?? lowerSecondarySheet, 'academicClerk')) {
  const files = sheets.map((sheet, index) => ({
    name: `em-${index + 1}.xml`,
    xml: assembleRecordXml(writeYearSheet(sheet), []),
  }));
  return takePreparedSheets(install.platform, actor, { schoolYear, files });
}

function homeroomOf({ signatories }: YearSheet): string {
  return signatories.find(({ slot }) => slot === 'homeroomTeacher')?.staffId ?? '';
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof AppError, String(error));
  return error;
}

const codes = (error: AppError) => error.problems.map(({ code }) => code);

test('a finished sheet of THCS and one of THPT become frozen sheets, with everyone who signs them', async () => {
  const upper = { ...ofSchool(upperSecondarySheet), recordId: 'd'.repeat(32), lookupCode: 'e'.repeat(32) };
  for (const sheet of [lowerSecondarySheet, upper]) {
    assert.deepEqual(await take([sheet]), { carriedOver: 1 });
    const { schoolId, name } = sheet.school;
    const stored = await install.rows<{ content: YearSheet; state: string; cohort: string }>(
      'select content, state, cohort from year_sheet where school_id = $1',
      [schoolId],
    );
    assert.deepEqual(stored, [{ content: sheet, state: 'carriedOver', cohort: 'completed' }]);
    const taught = await install.rows('select subject, staff_id from teaching_assignment where school_id = $1', [
      schoolId,
    ]);
    assert.equal(taught.length, sheet.subjects.length, name);
    const audit = await install.rows('select action from audit_log where school_id = $1 order by action', [schoolId]);
    assert.deepEqual(audit, [{ action: 'carryOver' }, { action: 'takePreparedSheets' }]);
  }
});

test('a class whose sheets came finished has nothing to enter or release, and its pupils are there to read', async () => {
  const teacher = { ...actorOf(lowerSecondarySheet, 'homeroomTeacher'), staffId: homeroomOf(lowerSecondarySheet) };
  const [progress] = (await readProgress(install.platform, teacher, { schoolYear })).classes;
  assert.deepEqual(
    [progress?.pupils, progress?.prepared, progress?.problems, progress?.awaitingSubjectTeachers, progress?.states],
    [1, 1, 0, 1, { carriedOver: 1 }],
  );
  const of = { schoolYear, classId: lowerSecondarySheet.className };
  const [line] = (await readClassEntry(install.platform, teacher, of)).pupils;
  assert.deepEqual(
    [line?.readiness, line?.prepared, line?.open, line?.result],
    ['carriedOver', true, 0, 'Học tập Tốt, rèn luyện Tốt'],
  );
  const { recordId } = lowerSecondarySheet;
  const year = await readPupilYear(install.platform, teacher, { schoolYear, recordId });
  assert.ok(year.kind === 'prepared');
  assert.deepEqual(year.sheet.content, lowerSecondarySheet);
});

test('only management and the academic clerk may hand sheets in', async () => {
  const error = await refusal(take([lowerSecondarySheet], actorOf(lowerSecondarySheet, 'homeroomTeacher')));
  assert.equal(error.status, 403);
});

test('a second sheet for the same year is refused while the first stands', async () => {
  assert.deepEqual(codes(await refusal(take([lowerSecondarySheet]))), ['in-force']);
});

const other = ofSchool({
  ...lowerSecondarySheet,
  recordId: 'a'.repeat(32),
  lookupCode: 'b'.repeat(32),
  student: { ...lowerSecondarySheet.student, studentId: '0790009999', fullName: 'Đỗ Minh Khang' },
});

test('one wrong sheet keeps the whole delivery out, and every fault is named with its file and pupil', async () => {
  const { conclusion } = other;
  const wrong = { ...other, conclusion: { ...conclusion, promotion: 'retained' as const } };
  const good = { ...other, student: { ...other.student, studentId: '0790009998' }, recordId: 'c'.repeat(32) };
  const error = await refusal(take([good, wrong]));
  assert.equal(error.status, 422);
  assert.ok(
    error.problems.every(({ where }) => where === 'em-2.xml: Đỗ Minh Khang'),
    JSON.stringify(error.problems),
  );
  assert.deepEqual(await install.rows("select 1 from student where student_id like '079000999%'"), []);
});

test('a sheet of another school, for another year, without a signatory or with a later version is refused', async () => {
  const clerk = actorOf(other, 'academicClerk');
  const elsewhere = { ...other, school: { ...other.school, schoolId: '79000999' } };
  assert.deepEqual(codes(await refusal(take([elsewhere], clerk))), ['school-differs']);
  const past = { ...other, schoolYear: '2024-2025', schooling: [] };
  assert.deepEqual(codes(await refusal(take([past], clerk))), ['year-differs']);
  const unsigned = { ...other, signatories: other.signatories.slice(1) };
  assert.ok(codes(await refusal(take([unsigned], clerk))).includes('signatories-differ'));
  assert.deepEqual(codes(await refusal(take([{ ...other, version: 2 }], clerk))), ['version-differs']);
  assert.deepEqual(codes(await refusal(take([other, other], clerk))), ['twice']);
});

test('what is no record, or carries a signature already, is refused by its file name', async () => {
  const signed = assembleRecordXml(writeYearSheet(other), [
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>',
  ]);
  const files = [
    { name: 'hong.xml', xml: '<HocBa' },
    { name: 'khac.xml', xml: '<a xmlns="urn:x"></a>' },
    { name: 'da-ky.xml', xml: signed },
  ];
  const error = await refusal(
    takePreparedSheets(install.platform, actorOf(other, 'academicClerk'), { schoolYear, files }),
  );
  assert.deepEqual(
    [...new Set(error.problems.map(({ where }) => where?.split(':')[0]))],
    ['hong.xml', 'khac.xml', 'da-ky.xml'],
  );
});

test('a withdrawn sheet waits for its next version, and says who took it back and why', async () => {
  const principal = actorOf(lowerSecondarySheet, 'principal');
  const { recordId, className } = lowerSecondarySheet;
  const [sheet] = await install.rows<{ year_sheet_id: string }>(
    'select year_sheet_id from year_sheet where record_id = $1',
    [recordId],
  );
  const reason = 'Sai điểm học kì II môn Toán';
  await withdrawYearSheet(install.platform, principal, { yearSheetId: sheet?.year_sheet_id ?? '', reason });
  const [progress] = (await readProgress(install.platform, principal, { schoolYear })).classes;
  assert.deepEqual([progress?.awaitingFile, progress?.withdrawn, progress?.problems], [1, 0, 0]);
  const [line] = (await readClassEntry(install.platform, principal, { schoolYear, classId: className })).pupils;
  assert.equal(line?.readiness, 'awaitingFile');
  assert.deepEqual([line?.withdrawn?.version, line?.withdrawn?.reason], [1, reason]);
  assert.deepEqual(await take([{ ...lowerSecondarySheet, version: 2 }]), { carriedOver: 1 });
  const year = await readPupilYear(install.platform, principal, { schoolYear, recordId });
  assert.ok(year.kind === 'prepared');
  assert.deepEqual([year.sheet.version, year.withdrawn], [2, null]);
});

test('a record identity that another pupil has, of whatever school, is refused', async () => {
  const error = await refusal(take([{ ...other, lookupCode: '1'.repeat(32), recordId: lowerSecondarySheet.recordId }]));
  assert.equal(error.code, 'identity-taken');
});

test('a primary sheet comes in the same way', async () => {
  const sheet = { ...sampleSheet, schoolYear, recordId: 'f'.repeat(32), lookupCode: '9'.repeat(32) };
  assert.deepEqual(await take([sheet]), { carriedOver: 1 });
});
