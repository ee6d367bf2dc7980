import type { RejectionReason } from '@hocba/protocol';
import type { Tx } from '../../platform/database/database.ts';
import type { CarryOverTables } from '../carry-over/index.ts';
import type { SubmissionTables } from './submissions.tables.ts';

/** Issued sheets that were not handed in yet. */
export async function findToSubmit(
  tx: Tx,
  of: { schoolId: string; schoolYear: string; classId?: string },
): Promise<string[]> {
  let query = tx
    .withTables<CarryOverTables>()
    .selectFrom('yearSheet')
    .select('yearSheetId')
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('state', '=', 'issued');
  if (of.classId !== undefined) query = query.where('classId', '=', of.classId);
  const rows = await query.execute();
  return rows.map((row) => row.yearSheetId);
}

export interface NewSubmission {
  readonly messageId: string;
  readonly schoolId: string;
  readonly yearSheetId: string;
  readonly receiver: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
}

export async function insertSubmissions(tx: Tx, rows: readonly NewSubmission[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) {
    await tx
      .withTables<SubmissionTables>()
      .insertInto('submission')
      .values(rows.slice(start, start + 500).map((row) => ({ ...row, outcome: null, answeredAt: null, receipt: null })))
      .execute();
  }
}

/** Gives the sheet the message was about; undefined when it has its answer already. */
export async function answerSubmission(
  tx: Tx,
  messageId: string,
  answer: { outcome: 'accepted' | 'rejected'; reasons: readonly RejectionReason[]; receipt: string; at: Date },
): Promise<string | undefined> {
  const row = await tx
    .withTables<SubmissionTables>()
    .updateTable('submission')
    .set({
      outcome: answer.outcome,
      reasons: JSON.stringify(answer.reasons),
      receipt: answer.receipt,
      answeredAt: answer.at,
    })
    .where('messageId', '=', messageId)
    .where('outcome', 'is', null)
    .returning('yearSheetId')
    .executeTakeFirst();
  return row?.yearSheetId;
}

export interface SubmissionOfSheet {
  readonly yearSheetId: string;
  readonly submittedAt: Date;
  readonly answeredAt: Date | null;
  readonly outcome: 'accepted' | 'rejected' | null;
  readonly reasons: readonly RejectionReason[];
  readonly receipt: string | null;
}

/** The last handing-in of each sheet of a school year. */
export async function lastSubmissions(
  tx: Tx,
  of: { schoolId: string; schoolYear: string },
): Promise<Map<string, SubmissionOfSheet>> {
  const rows = await tx
    .withTables<SubmissionTables & CarryOverTables>()
    .selectFrom('submission')
    .innerJoin('yearSheet', 'yearSheet.yearSheetId', 'submission.yearSheetId')
    .distinctOn('submission.yearSheetId')
    .select([
      'submission.yearSheetId',
      'submission.submittedAt',
      'submission.answeredAt',
      'submission.outcome',
      'submission.reasons',
      'submission.receipt',
    ])
    .where('yearSheet.schoolId', '=', of.schoolId)
    .where('yearSheet.schoolYear', '=', of.schoolYear)
    .orderBy('submission.yearSheetId')
    .orderBy('submission.submittedAt', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.yearSheetId, row]));
}
