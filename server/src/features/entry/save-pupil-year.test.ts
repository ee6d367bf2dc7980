import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { carryOverClass, readProgress, releaseClass, withdrawYearSheet } from '../../../testing/acts.ts';
import { filledSchool, person, type TestSchool } from '../../../testing/test-school.ts';
import type { Actor } from '../../platform/actor.ts';
import { AppError } from '../../platform/app-error.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';
import { readPupilYear } from './read-pupil-years.ts';
import { savePupilYear } from './save-pupil-year.ts';

let school: TestSchool;
let teacher: Actor;
let recordIds: string[];

before(async () => {
  school = await filledSchool();
  teacher = school.homeroomTeacher('1A');
  recordIds = await recordsOf('1A');
});
after(() => school?.end());

test('who teaches no class cannot store anything, not even by naming a subject twice', async () => {
  const [recordId = ''] = recordIds;
  const { facts, revision } = await read(recordId);
  const [row] = facts.subjects;
  assert.ok(row);
  const forged = { ...facts, subjects: [{ ...row, comment: 'GIẢ MẠO' }, ...facts.subjects] };
  const outsider = person(school.schoolId, { fullName: 'Người ngoài', staffId: 'nobody' }, 'subjectTeacher');
  await assert.rejects(save(outsider, { recordId, revision, facts: forged }), isRefusal(403));
  await assert.rejects(save(outsider, { recordId, revision, facts }), isRefusal(403));
  await assert.rejects(save(school.vicePrincipal, { recordId, revision, facts: forged }), isRefusal(403));
  await assert.rejects(save(teacher, { recordId, revision, facts: forged }), /facts-not-storable/);
  assert.deepEqual(await read(recordId), { facts, revision });
});

test('saving what is stored already writes nothing', async () => {
  const [recordId = ''] = recordIds;
  const { facts, revision } = await read(recordId);
  assert.equal(await save(teacher, { recordId, revision, facts }), revision);
  const entries = await school.rows("select 1 from audit_log where action = 'savePupilYear'");
  assert.equal(entries.length, 0);
});

test('what a chat adds to pasted text is cleaned away', async () => {
  const [recordId = ''] = recordIds;
  const { facts, revision } = await read(recordId);
  const pasted = withComment(facts, 'Tie\u0302\u0301n bo\u0323\u0302\u200b rõ\r\ntrong học kì.\u00ad ');
  await save(teacher, { recordId, revision, facts: pasted });
  assert.equal((await read(recordId)).facts.subjects[0]?.comment, 'Tiến bộ rõ\ntrong học kì.');
});

test('a character no record can show is refused by field and character', async () => {
  const [recordId = ''] = recordIds;
  const { facts, revision } = await read(recordId);
  const saving = save(teacher, { recordId, revision, facts: withComment(facts, 'Giỏi lắm 👍') });
  await assert.rejects(saving, (error) => {
    assert.ok(error instanceof AppError);
    assert.match(error.problems[0]?.sentence ?? '', /Nhận xét môn Tiếng Việt.*👍.*U\+1F44D/);
    return true;
  });
});

test('carry-over names every pupil whose text cannot be written, and freezes nobody', async () => {
  const [classId, recordId = ''] = ['3A', (await recordsOf('3A'))[0]];
  await releaseClass(school.platform, school.vicePrincipal, school.of(classId));
  await school.rows(
    `update pupil_year set facts = jsonb_set(facts, '{subjects,0,comment}', to_jsonb('Tốt' || chr(8203) || '!'))
     where student_id = (select student_id from student where record_id = $1)`,
    [recordId],
  );
  await assert.rejects(carryOverClass(school.platform, school.vicePrincipal, school.of(classId)), (error) => {
    assert.ok(error instanceof AppError);
    assert.equal(error.problems.length, 1);
    assert.match(error.problems[0]?.sentence ?? '', /U\+200B/);
    return true;
  });
  assert.deepEqual(await school.rows("select 1 from year_sheet where class_id = '3A'"), []);
});

test('a save at the moment of the carry-over is either frozen with the sheet or refused', async () => {
  const classId = '2A';
  const homeroom = school.homeroomTeacher(classId);
  const [recordId = ''] = await recordsOf(classId);
  const { facts, revision } = await read(recordId);
  // Still open after the release: the principal decided about this pupil.
  const decided = { ...facts, principalDecision: { promoted: true } };
  await school.rows(
    'update pupil_year set facts = $2 where student_id = (select student_id from student where record_id = $1)',
    [recordId, JSON.stringify(decided)],
  );
  await releaseClass(school.platform, school.vicePrincipal, school.of(classId));
  const blocker = new pg.Client({ connectionString: school.temporary.ownerUrl });
  await blocker.connect();
  await blocker.query('begin; lock table class_summary in access exclusive mode');
  const carrying = carryOverClass(school.platform, school.vicePrincipal, school.of(classId));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const saving = save(homeroom, { recordId, revision, facts: { ...decided, absentWithLeave: 77 } });
  const [saved] = await Promise.allSettled([
    Promise.race([saving, new Promise((resolve) => setTimeout(resolve, 500))]),
    blocker.query('commit'),
  ]);
  await blocker.end();
  await carrying;
  await assert.rejects(saving, (error) => error instanceof AppError && error.code === 'frozen');
  assert.equal(saved.status === 'fulfilled' ? saved.value : undefined, undefined);
  assert.equal((await read(recordId)).facts.absentWithLeave, facts.absentWithLeave);
});

test('after the release only pupils who wait, or whose sheet was withdrawn, stay open', async () => {
  const [recordId = '', waiting = ''] = recordIds;
  const { facts } = await read(waiting);
  const [row, ...rows] = facts.subjects;
  assert.ok(row);
  const notCompleted: PupilYearFacts = {
    ...facts,
    subjects: [{ ...row, level: 'notCompleted', tests: [{ scoreTenths: 40, effective: true }] }, ...rows],
  };
  await save(teacher, { recordId: waiting, revision: (await read(waiting)).revision, facts: notCompleted });
  await releaseClass(school.platform, school.vicePrincipal, school.of('1A'));

  const complete = await read(recordId);
  const edited = { ...complete.facts, absentWithLeave: 99 };
  const late = save(teacher, { recordId, revision: complete.revision, facts: edited });
  await assert.rejects(late, (error) => error instanceof AppError && error.code === 'released');
  const mayEdit = await readPupilYear(school.platform, teacher, { schoolYear: school.schoolYear, recordId });
  assert.ok(mayEdit.kind === 'entered');
  assert.deepEqual([mayEdit.closed, mayEdit.may.edit], ['released', false]);

  const { revision } = await read(waiting);
  const again = { ...notCompleted, subjects: [{ ...notCompleted.subjects[0], comment: 'Cần ôn hè.' }, ...rows] };
  await save(teacher, { recordId: waiting, revision, facts: again as PupilYearFacts });

  await carryOverClass(school.platform, school.vicePrincipal, school.of('1A'));
  const [sheet] = await school.rows<{ year_sheet_id: string }>(
    'select year_sheet_id from year_sheet where record_id = $1',
    [recordId],
  );
  const yearSheetId = sheet?.year_sheet_id ?? '';
  await withdrawYearSheet(school.platform, school.principal, { yearSheetId, reason: 'Nhập sai số buổi nghỉ' });
  const { withdrawn } = await readPupilYear(school.platform, teacher, { schoolYear: school.schoolYear, recordId });
  assert.deepEqual(
    { ...withdrawn, withdrawnAt: undefined },
    {
      ...{ version: 1, withdrawnAt: undefined },
      ...{ withdrawnBy: school.principal.fullName, reason: 'Nhập sai số buổi nghỉ' },
    },
  );
  const { classes } = await readProgress(school.platform, teacher, { schoolYear: school.schoolYear });
  assert.deepEqual(
    classes.map((each) => [each.classId, each.withdrawn]),
    [['1A', 1]],
  );
  await save(teacher, { recordId, revision: complete.revision, facts: edited });
});

function withComment(facts: PupilYearFacts, comment: string): PupilYearFacts {
  return { ...facts, subjects: facts.subjects.map((row, index) => (index === 0 ? { ...row, comment } : row)) };
}

function save(actor: Actor, of: { recordId: string; revision: number; facts: PupilYearFacts }): Promise<number> {
  return savePupilYear(school.platform, actor, { schoolYear: school.schoolYear, ...of });
}

async function read(recordId: string): Promise<{ facts: PupilYearFacts; revision: number }> {
  const of = { schoolYear: school.schoolYear, recordId };
  const year = await readPupilYear(school.platform, school.vicePrincipal, of);
  assert.ok(year.kind === 'entered');
  return { facts: year.facts, revision: year.revision };
}

async function recordsOf(classId: string): Promise<string[]> {
  const rows = await school.rows<{ record_id: string }>(
    `select record_id from student s join enrolment e using (school_id, student_id)
     where e.class_id = $1 and e.status = 'enrolled' order by record_id`,
    [classId],
  );
  return rows.map((row) => row.record_id);
}

function isRefusal(status: number) {
  return (error: unknown) => error instanceof AppError && error.status === status;
}
