import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import { holds } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type EnrolledStudent,
  findStaff,
  listClasses,
  listStudents,
  loadDuties,
  type SchoolClass,
} from '../enrolment/index.ts';
import { evaluatePupil, listPrepared, listPupilYears, listReleases, listWithdrawn } from '../entry/index.ts';
import type { CarryOverTables, YearSheetState } from './carry-over.tables.ts';

type Counts = Partial<Record<YearSheetState, number>>;

/** How far each class a person has to do with has come: data, release, and sheets by state. */
export async function readProgress(platform: Platform, actor: Actor, of: { schoolYear: string }) {
  return platform.database.transaction(actor, async (tx) => {
    const { schoolId } = actor;
    const { schoolYear } = of;
    const duties = await loadDuties(tx, actor, schoolYear);
    const own = new Set([...duties.homeroomOf, ...duties.teaches.map((each) => each.classId)]);
    const seesAll = holds(actor, 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk');
    const frozen = await listFrozenStates(tx, { schoolId, schoolYear });
    const prepared = await listPrepared(tx, { schoolId, schoolYear });
    const withdrawn = new Set((await listWithdrawn(tx, { schoolId, schoolYear })).keys());
    const releases = new Map((await listReleases(tx, { schoolId, schoolYear })).map((each) => [each.classId, each]));
    const classes = [];
    for (const each of await listClasses(tx, schoolId, schoolYear)) {
      if (!seesAll && !own.has(each.classId)) continue;
      classes.push({
        classId: each.classId,
        name: each.name,
        grade: each.grade,
        homeroomTeacher: each.homeroomStaffId
          ? ((await findStaff(tx, schoolId, each.homeroomStaffId))?.fullName ?? null)
          : null,
        isHomeroom: duties.homeroomOf.includes(each.classId),
        releasedAt: releases.get(each.classId)?.releasedAt ?? null,
        ...(await countPupils(tx, each, { frozen, prepared, withdrawn })),
      });
    }
    return { classes };
  });
}

interface FrozenSheet {
  readonly state: YearSheetState;
  readonly awaitsSubjectTeachers: boolean;
}

/** Where the current sheet of every pupil of the year stands, by student id; its content stays in the database. */
async function listFrozenStates(tx: Tx, of: { schoolId: string; schoolYear: string }) {
  const rows = await tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select(['studentId', 'state'])
    .select(
      sql<boolean>`state = 'carriedOver'
        and jsonb_path_exists(content, '$.signatories[*].slot ? (@ starts with "subjectTeacher")')`.as(
        'awaitsSubjectTeachers',
      ),
    )
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('state', 'not in', ['withdrawn', 'recalled'])
    .execute();
  return new Map(rows.map(({ studentId, ...sheet }): [string, FrozenSheet] => [studentId, sheet]));
}

interface SheetsOfYear {
  readonly frozen: ReadonlyMap<string, FrozenSheet>;
  /** Pupils whose sheet came finished. */
  readonly prepared: ReadonlySet<string>;
  /** Pupils whose sheet was withdrawn and has no successor yet. */
  readonly withdrawn: ReadonlySet<string>;
}

async function countPupils(tx: Tx, schoolClass: SchoolClass, { frozen, prepared, withdrawn }: SheetsOfYear) {
  const students = await listStudents(tx, schoolClass);
  const entered = students.filter(({ studentId }) => !prepared.has(studentId));
  const open = entered.filter(({ studentId }) => !frozen.has(studentId));
  const years = open.length === 0 ? undefined : await listPupilYears(tx, schoolClass);
  const readiness = { ready: 0, waiting: 0, problems: 0 };
  for (const student of open) {
    const facts = years?.get(student.studentId)?.facts;
    const { schoolYear, grade } = schoolClass;
    readiness[facts ? evaluatePupil(facts, { student, schoolYear, grade }).readiness : 'problems'] += 1;
  }
  const back = students.filter(({ studentId }) => withdrawn.has(studentId));
  return {
    pupils: students.length,
    ...readiness,
    prepared: students.length - entered.length,
    withdrawn: back.filter(({ studentId }) => !prepared.has(studentId)).length,
    awaitingFile: back.filter(({ studentId }) => prepared.has(studentId)).length,
    awaitingSubjectTeachers: students.filter(({ studentId }) => frozen.get(studentId)?.awaitsSubjectTeachers).length,
    states: countStates(students, frozen),
  };
}

function countStates(students: readonly EnrolledStudent[], frozen: SheetsOfYear['frozen']): Counts {
  const states: Counts = {};
  for (const { studentId } of students) {
    const state = frozen.get(studentId)?.state;
    if (state) states[state] = (states[state] ?? 0) + 1;
  }
  return states;
}
