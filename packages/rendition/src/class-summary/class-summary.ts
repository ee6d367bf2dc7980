import type {
  CalendarDate,
  PrimarySubjectResult,
  PrimaryYearConclusion,
  PrimaryYearSheet,
  QualitiesAndCompetences,
  SchoolYear,
} from '@hocba/record';

/** Một học sinh trong bảng tổng hợp: what her year sheet says, without the comments. */
export interface ClassSummaryRow {
  readonly studentId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly subjects: readonly Pick<PrimarySubjectResult, 'subject' | 'level' | 'score' | 'supplementary'>[];
  readonly qualities: QualitiesAndCompetences['qualities'];
  readonly generalCompetences: QualitiesAndCompetences['generalCompetences'];
  readonly specificCompetences: QualitiesAndCompetences['specificCompetences'];
  readonly conclusion: PrimaryYearConclusion;
}

/** Bảng tổng hợp kết quả đánh giá giáo dục của lớp. @law TT27/2020 Đ10 */
export interface ClassSummary {
  readonly schoolName: string;
  readonly communeName: string;
  readonly provinceName: string;
  readonly schoolYear: SchoolYear;
  readonly grade: 1 | 2 | 3 | 4 | 5;
  readonly className: string;
  readonly homeroomTeacherName: string;
  /** As printed over the principal's name: "Hiệu trưởng", "KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG" … */
  readonly principalPosition: string;
  readonly principalName: string;
  /** Thời điểm đánh giá, as printed: "Cuối năm học". */
  readonly assessmentPoint: string;
  readonly placeOfIssue: string;
  readonly date: CalendarDate;
  /** In the order to print. */
  readonly rows: readonly ClassSummaryRow[];
}

/**
 * The summary of the class these sheets make up, in their order: every cell is taken from a sheet.
 * @throws RangeError when there is no sheet or they are not of one class and year
 */
export function summariseClass(sheets: readonly PrimaryYearSheet[]): ClassSummary {
  const first = sheets[0];
  if (first === undefined) throw new RangeError('a class summary needs a year sheet');
  if (sheets.some((sheet) => !sameClass(sheet, first))) throw new RangeError('year sheets of more than one class');
  const principal = first.signatories.find(({ slot }) => slot === 'principal');
  return {
    schoolName: first.school.name,
    communeName: first.school.communeName,
    provinceName: first.school.provinceName,
    schoolYear: first.schoolYear,
    grade: first.grade,
    className: first.className,
    homeroomTeacherName: first.signatories.find(({ slot }) => slot === 'homeroomTeacher')?.name ?? '',
    principalPosition: principal?.position ?? '',
    principalName: principal?.name ?? '',
    assessmentPoint: 'Cuối năm học',
    placeOfIssue: first.placeOfIssue,
    date: first.carriedOverOn,
    rows: sheets.map(summaryRow),
  };
}

function sameClass(sheet: PrimaryYearSheet, other: PrimaryYearSheet): boolean {
  return (
    sheet.school.schoolId === other.school.schoolId &&
    sheet.schoolYear === other.schoolYear &&
    sheet.className === other.className
  );
}

function summaryRow(sheet: PrimaryYearSheet): ClassSummaryRow {
  const { qualities, generalCompetences, specificCompetences } = sheet.qualitiesAndCompetences;
  return {
    studentId: sheet.student.studentId,
    fullName: sheet.student.fullName,
    birthDate: sheet.student.birthDate,
    subjects: sheet.subjects.map(({ subject, level, score, supplementary }) => ({
      subject,
      level,
      score,
      supplementary,
    })),
    qualities,
    generalCompetences,
    specificCompetences,
    conclusion: sheet.conclusion,
  };
}
