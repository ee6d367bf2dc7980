import type { Tx } from '../../platform/database/database.ts';
import type { ImportedSchool, WorkbookProblem } from '../enrolment/index.ts';
import type { EntryTables } from './entry.tables.ts';
import { factsOfWorkbook } from './imported-facts.ts';
import { listFrozen } from './open-for-entry.ts';

/** An import may repeat what a frozen sheet says but not change it: one problem for each pupil it would change. */
export async function frozenChanges(tx: Tx, schoolId: string, imported: ImportedSchool): Promise<WorkbookProblem[]> {
  const { schoolYear } = imported;
  const frozen = await listFrozen(tx, { schoolId, schoolYear });
  if (frozen.size === 0) return [];
  const known = await tx
    .withTables<EntryTables>()
    .selectFrom('pupilYear')
    .select(['studentId', 'importedDigest'])
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .where('studentId', 'in', [...frozen])
    .execute();
  const digests = new Map(known.map((row) => [row.studentId, row.importedDigest]));
  const names = new Map(imported.students.map((each) => [each.profile.studentId, each.profile.fullName]));
  return factsOfWorkbook(imported)
    .filter(({ studentId }) => frozen.has(studentId))
    .filter(({ studentId, importedDigest }) => digests.get(studentId) !== importedDigest)
    .map(({ studentId }) => frozenProblem(studentId, names.get(studentId) ?? studentId));
}

function frozenProblem(studentId: string, fullName: string): WorkbookProblem {
  return {
    sheet: 'C1-KetQua',
    cell: 'C1-KetQua',
    row: 0,
    pupil: { studentId, fullName },
    severity: 'error',
    code: 'valueInvalid',
    sentence: `Kết quả của ${fullName} (${studentId}) trong tệp khác với học bạ đã kết chuyển. Sửa lại tệp cho khớp, hoặc đề nghị hiệu trưởng rút học bạ trước khi nhập.`,
  };
}
