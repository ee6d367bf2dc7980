import type { PrimaryYearSheet } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import type { ClassOfYear, SchoolClass } from '../enrolment/index.ts';
import type { CarryOverTables } from './carry-over.tables.ts';
import { type ClassSummaryContent, reconcile, type SheetOfClass, summaryRow } from './class-summary.ts';
import { listYearSheets } from './year-sheet.store.ts';

/** Writes the summary of everybody frozen so far as a new version; only when it agrees with every sheet. */
export async function saveClassSummary(tx: Tx, of: { schoolClass: SchoolClass; at: Date }): Promise<void> {
  const sheets = await sheetsOfClass(tx, of.schoolClass);
  const [first] = sheets;
  if (!first) return;
  const content = summaryOf(sheets, first.sheet);
  const differences = reconcile(content, sheets);
  if (differences.length > 0) throw new Error(`class summary differs from its sheets in ${differences.length} cells`);
  const { schoolId, schoolYear, classId } = of.schoolClass;
  const latest = await findClassSummary(tx, of.schoolClass);
  await tx
    .withTables<CarryOverTables>()
    .insertInto('classSummary')
    .values({
      schoolId,
      schoolYear,
      classId,
      version: (latest?.version ?? 0) + 1,
      content: JSON.stringify(content),
      createdAt: of.at,
    })
    .execute();
}

export async function sheetsOfClass(tx: Tx, of: ClassOfYear): Promise<SheetOfClass[]> {
  const stored = await listYearSheets(tx, of);
  return stored.map(({ content, contentDigest }) => ({ sheet: content as PrimaryYearSheet, contentDigest }));
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

function summaryOf(sheets: readonly SheetOfClass[], any: PrimaryYearSheet): ClassSummaryContent {
  const nameOf = (slot: string) => any.signatories.find((each) => each.slot === slot)?.name ?? '';
  const order = new Intl.Collator('vi');
  const byGivenName = (name: string) => name.split(' ').reverse().join(' ');
  return {
    schoolName: any.school.name,
    schoolYear: any.schoolYear,
    className: any.className,
    grade: any.grade,
    homeroomTeacher: nameOf('homeroomTeacher'),
    principal: nameOf('principal'),
    placeOfIssue: any.placeOfIssue,
    date: any.carriedOverOn,
    rows: sheets
      .map(summaryRow)
      .sort(
        (a, b) => order.compare(byGivenName(a.fullName), byGivenName(b.fullName)) || (a.recordId < b.recordId ? -1 : 1),
      ),
  };
}
