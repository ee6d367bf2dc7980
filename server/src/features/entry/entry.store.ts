import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { ClassOfYear, EnrolmentTables } from '../enrolment/index.ts';
import type { EntryTables } from './entry.tables.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

export interface PupilYearKey {
  readonly schoolId: string;
  readonly schoolYear: string;
  readonly studentId: string;
}

export interface PupilYear {
  readonly revision: number;
  readonly facts: PupilYearFacts;
}

export async function findPupilYear(tx: Tx, key: PupilYearKey): Promise<PupilYear | undefined> {
  return tx
    .withTables<EntryTables>()
    .selectFrom('pupilYear')
    .select(['revision', 'facts'])
    .where('schoolId', '=', key.schoolId)
    .where('schoolYear', '=', key.schoolYear)
    .where('studentId', '=', key.studentId)
    .executeTakeFirst();
}

/** Facts of every pupil of a class, by student id. */
export async function listPupilYears(tx: Tx, of: ClassOfYear): Promise<Map<string, PupilYear>> {
  const rows = await tx
    .withTables<EntryTables & EnrolmentTables>()
    .selectFrom('enrolment')
    .innerJoin('pupilYear', (join) =>
      join
        .onRef('pupilYear.schoolId', '=', 'enrolment.schoolId')
        .onRef('pupilYear.schoolYear', '=', 'enrolment.schoolYear')
        .onRef('pupilYear.studentId', '=', 'enrolment.studentId'),
    )
    .select(['pupilYear.studentId', 'pupilYear.revision', 'pupilYear.facts'])
    .where('enrolment.schoolId', '=', of.schoolId)
    .where('enrolment.schoolYear', '=', of.schoolYear)
    .where('enrolment.classId', '=', of.classId)
    .execute();
  return new Map(rows.map(({ studentId, ...rest }) => [studentId, rest]));
}

export interface SavePupilYear extends PupilYearKey {
  readonly facts: PupilYearFacts;
  /** The revision the editor saw; saving over a newer one fails. */
  readonly revision: number;
  readonly at: Date;
  readonly by: string;
}

/** Returns the new revision, or undefined when somebody else saved in between. */
export async function updatePupilYear(tx: Tx, save: SavePupilYear): Promise<number | undefined> {
  const row = await tx
    .withTables<EntryTables>()
    .updateTable('pupilYear')
    .set({
      facts: JSON.stringify(save.facts),
      revision: sql<number>`revision + 1`,
      updatedAt: save.at,
      updatedBy: save.by,
    })
    .where('schoolId', '=', save.schoolId)
    .where('schoolYear', '=', save.schoolYear)
    .where('studentId', '=', save.studentId)
    .where('revision', '=', save.revision)
    .returning('revision')
    .executeTakeFirst();
  return row?.revision;
}

/** Keeps everyone else from changing these pupils' facts until the transaction ends. */
export async function lockPupilYears(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; studentIds?: readonly string[] },
): Promise<void> {
  if (of.studentIds?.length === 0) return;
  let rows = tx
    .withTables<EntryTables>()
    .selectFrom('pupilYear')
    .select('studentId')
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear);
  if (of.studentIds) rows = rows.where('studentId', 'in', [...of.studentIds]);
  await rows.orderBy('studentId').forUpdate().execute();
}

export async function findRelease(tx: Tx, of: ClassOfYear) {
  return tx
    .withTables<EntryTables>()
    .selectFrom('classRelease')
    .select(['releasedAt', 'releasedBy'])
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('classId', '=', of.classId)
    .executeTakeFirst();
}

export async function listReleases(tx: Tx, of: { schoolId: string; schoolYear: string }) {
  return tx
    .withTables<EntryTables>()
    .selectFrom('classRelease')
    .select(['classId', 'releasedAt', 'releasedBy'])
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .execute();
}
