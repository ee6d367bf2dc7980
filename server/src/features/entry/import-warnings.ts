import { labelOf, primarySubjects, type SchoolIdentity } from '@hocba/record';
import type { Tx } from '../../platform/database/database.ts';
import { findSchool, type ImportedSchool, sheetNames, type WorkbookProblem } from '../enrolment/index.ts';

/** An import never renames a school that is known: certificates are judged by its name. */
export async function keptSchoolName(tx: Tx, given: SchoolIdentity): Promise<WorkbookProblem[]> {
  const known = await findSchool(tx, given.schoolId);
  const fields = ['name', 'communeCode', 'communeName', 'provinceCode', 'provinceName'] as const;
  if (!known || fields.every((field) => known[field] === given[field])) return [];
  const sentence = `Trang tính ${sheetNames.school}: tên trường hoặc địa bàn trong tệp (${given.name}, ${given.communeName}) khác với hệ thống (${known.name}, ${known.communeName}). Hệ thống giữ thông tin đang có; nếu trường đã đổi tên, hãy liên hệ đơn vị vận hành.`;
  return [warning({ sheet: sheetNames.school, pupil: null, code: 'schoolKept', sentence })];
}

/** One warning for each pupil whose corrections made in the system gave way to the workbook. */
export function overwrittenCorrections(
  imported: ImportedSchool,
  overwritten: ReadonlyMap<string, readonly string[]>,
): WorkbookProblem[] {
  return imported.students.flatMap(({ profile: { studentId, fullName } }) => {
    const paths = overwritten.get(studentId);
    if (!paths) return [];
    const where = [...new Set(paths.map(labelOfPath))].join(', ');
    const sentence = `Học sinh ${fullName} (${studentId}): nội dung đã sửa trong hệ thống được thay bằng giá trị mới trong tệp (${where}). Hãy xem lại với giáo viên chủ nhiệm.`;
    return [
      warning({ sheet: sheetNames.results, pupil: { studentId, fullName }, code: 'correctionOverwritten', sentence }),
    ];
  });
}

const labels: Readonly<Record<string, string>> = {
  heightTenths: 'chiều cao',
  weightTenths: 'cân nặng',
  absentWithLeave: 'nghỉ có phép',
  absentWithoutLeave: 'nghỉ không phép',
  qualitiesAndCompetences: 'phẩm chất, năng lực',
  levelWithheld: 'xếp loại',
  principalDecision: 'quyết định của hiệu trưởng',
  commendation: 'khen thưởng',
};

function labelOfPath(path: string): string {
  const [field = '', name = ''] = path.split('.');
  const subject = primarySubjects.find(({ id }) => id === name);
  return field === 'subjects' && subject ? labelOf(primarySubjects, subject.id) : (labels[field] ?? 'môn học');
}

function warning(of: Pick<WorkbookProblem, 'sheet' | 'pupil' | 'code' | 'sentence'>): WorkbookProblem {
  return { ...of, cell: of.sheet, row: 0, severity: 'warning' };
}
