import type { PrimaryYearSheet } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import type { ClassOfYear, SchoolClass } from '../enrolment/index.ts';
import type { CarryOverTables } from './carry-over.tables.ts';
import { reconcile, summaryOf } from './class-summary.ts';
import { listYearSheets } from './year-sheet.store.ts';

/** Writes the summary of everybody frozen so far as a new version, when the last one no longer agrees with every sheet. */
export async function saveClassSummary(tx: Tx, of: { schoolClass: SchoolClass; at: Date }): Promise<void> {
  const sheets = await sheetsOfClass(tx, of.schoolClass);
  if (sheets.length === 0) return;
  const content = summaryOf(sheets);
  const differences = reconcile(content, sheets);
  if (differences.length > 0) throw new Error(`class summary differs from its sheets in ${differences.length} cells`);
  const { schoolId, schoolYear, classId } = of.schoolClass;
  const latest = await findClassSummary(tx, of.schoolClass);
  if (latest && reconcile(latest.content, sheets).length === 0) return;
  const version = (latest?.version ?? 0) + 1;
  await tx
    .withTables<CarryOverTables>()
    .insertInto('classSummary')
    .values({ schoolId, schoolYear, classId, version, content: JSON.stringify(content), createdAt: of.at })
    .execute();
}

export async function sheetsOfClass(tx: Tx, of: ClassOfYear): Promise<PrimaryYearSheet[]> {
  return (await listYearSheets(tx, of)).flatMap(({ content }) => (content.schoolLevel === 'primary' ? [content] : []));
}

export async function findClassSummary(tx: Tx, of: ClassOfYear) {
  return tx
    .withTables<CarryOverTables>()
    .selectFrom('classSummary')
    .select(['version', 'content', 'createdAt'])
    .where('schoolId', '=', of.schoolId)
    .where('schoolYear', '=', of.schoolYear)
    .where('classId', '=', of.classId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
