import type { Actor } from '../../platform/actor.ts';
import { notFound } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/database/database.ts';
import { readBacklog } from '../../platform/exchange/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootRegistry } from '../../registry-chain.ts';
import { type CarryOverTables, getYearSheet } from '../carry-over/index.ts';
import { type EnrolmentTables, listClasses, loadDuties } from '../enrolment/index.ts';
import { seesAllSubmissions } from './exchange.policy.ts';
import { lastSubmissions, type SubmissionOfSheet } from './submissions.store.ts';
import type { SubmissionTables } from './submissions.tables.ts';

/** What became of a school year's records: a class at a time, each with its state and the reasons of a refusal. */
export async function readSubmissions(platform: Platform, actor: Actor, of: { schoolYear: string; classId?: string }) {
  const receiver = rootRegistry(platform);
  const backlog = (await readBacklog(platform.database)).find((each) => each.receiver === receiver.organisationId);
  return platform.database.transaction(actor, async (tx) => {
    const own = (await loadDuties(tx, actor, of.schoolYear)).homeroomOf;
    const classes = (await listClasses(tx, actor.schoolId, of.schoolYear))
      .filter(({ classId }) => seesAllSubmissions(actor) || own.includes(classId))
      .filter(({ classId }) => of.classId === undefined || classId === of.classId);
    const sheets = await sheetsOf(tx, { schoolId: actor.schoolId, ...of });
    const submissions = await lastSubmissions(tx, { schoolId: actor.schoolId, schoolYear: of.schoolYear });
    return {
      receiver: { organisationId: receiver.organisationId, kind: receiver.kind },
      /** Messages without a signed answer yet, of the whole install. */
      waiting: backlog?.open ?? 0,
      oldestWaitingAt: backlog?.oldestAt ?? null,
      linkProblem: backlog?.lastProblem ?? null,
      seal: await lastSeal(tx, actor.schoolId),
      deadlines: platform.profile.deadlines.filter(
        (each) => each.schoolYear === of.schoolYear && each.step === 'schoolToRegistry',
      ),
      classes: classes.map(({ classId, name, grade }) => {
        const records = sheets.filter((sheet) => sheet.classId === classId);
        return { classId, name, grade, counts: countStates(records), records: records.map(view(submissions)) };
      }),
    };
  });
}

type SheetRow = Awaited<ReturnType<typeof sheetsOf>>[number];

function sheetsOf(tx: Tx, of: { schoolId: string; schoolYear: string; classId?: string }) {
  let query = tx
    .withTables<CarryOverTables & EnrolmentTables>()
    .selectFrom('yearSheet')
    .innerJoin('student', (join) =>
      join.onRef('student.schoolId', '=', 'yearSheet.schoolId').onRef('student.studentId', '=', 'yearSheet.studentId'),
    )
    .select([
      'yearSheet.yearSheetId',
      'yearSheet.classId',
      'yearSheet.recordId',
      'yearSheet.version',
      'yearSheet.state',
      'yearSheet.cohort',
      'yearSheet.effectiveDate',
      'student.fullName',
    ])
    .where('yearSheet.schoolId', '=', of.schoolId)
    .where('yearSheet.schoolYear', '=', of.schoolYear)
    .where('yearSheet.state', '!=', 'withdrawn');
  if (of.classId !== undefined) query = query.where('yearSheet.classId', '=', of.classId);
  return query.orderBy('student.sortKey').execute();
}

function countStates(records: readonly SheetRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function view(submissions: ReadonlyMap<string, SubmissionOfSheet>) {
  return ({ classId: _, ...sheet }: SheetRow) => {
    const submission = submissions.get(sheet.yearSheetId);
    return {
      ...sheet,
      reasons: sheet.state === 'rejected' ? (submission?.reasons ?? []) : [],
      submittedAt: submission?.submittedAt ?? null,
      answeredAt: submission?.answeredAt ?? null,
    };
  };
}

async function lastSeal(tx: Tx, schoolId: string) {
  const row = await tx
    .withTables<SubmissionTables>()
    .selectFrom('announcedSeal')
    .select(['certificateSha256', 'state', 'requestedAt', 'validFrom', 'validTo'])
    .where('schoolId', '=', schoolId)
    .orderBy('requestedAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Biên nhận of the last handing-in, as the registry signed it. @throws AppError 404 */
export async function readReceipt(platform: Platform, actor: Actor, yearSheetId: string) {
  return platform.database.transaction(actor, async (tx) => {
    const sheet = await getYearSheet(tx, yearSheetId);
    const last = (await lastSubmissions(tx, { schoolId: actor.schoolId, schoolYear: sheet.schoolYear })).get(
      yearSheetId,
    );
    if (!last?.receipt || !seesAllSubmissions(actor)) throw notFound('biên nhận của học bạ này');
    return last;
  });
}
