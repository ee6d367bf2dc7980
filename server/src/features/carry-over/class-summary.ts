import type {
  CoreCompetence,
  CoreQuality,
  PrimaryEducationResult,
  PrimarySubject,
  PrimaryYearSheet,
  QualityLevel,
  SubjectLevel,
} from '@hocba/record';

/** One pupil's line: every cell the year sheet has too. Scores in tenths. */
export interface ClassSummaryRow {
  readonly recordId: string;
  readonly studentId: string;
  readonly fullName: string;
  readonly version: number;
  readonly contentDigest: string;
  readonly subjects: Readonly<
    Partial<Record<PrimarySubject, { level: SubjectLevel | null; scoreTenths: number | null }>>
  >;
  readonly rated: Readonly<Partial<Record<CoreQuality | CoreCompetence, QualityLevel | null>>>;
  readonly educationResult: PrimaryEducationResult | null;
  readonly gradeCompleted: boolean;
  readonly promoted: boolean;
  readonly commendations: readonly string[];
}

/** Bảng tổng hợp kết quả đánh giá giáo dục của lớp, cuối năm học. @law TT27/2020 Đ10 */
export interface ClassSummaryContent {
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly className: string;
  readonly grade: number;
  readonly homeroomTeacher: string;
  readonly principal: string;
  readonly placeOfIssue: string;
  readonly date: string;
  readonly rows: readonly ClassSummaryRow[];
}

export interface SheetOfClass {
  readonly sheet: PrimaryYearSheet;
  readonly contentDigest: string;
}

export function summaryRow({ sheet, contentDigest }: SheetOfClass): ClassSummaryRow {
  const rated = sheet.qualitiesAndCompetences;
  const rows = [...rated.qualities, ...rated.generalCompetences, ...rated.specificCompetences];
  return {
    recordId: sheet.recordId,
    studentId: sheet.student.studentId,
    fullName: sheet.student.fullName,
    version: sheet.version,
    contentDigest,
    subjects: Object.fromEntries(
      sheet.subjects.map((row) => [
        row.subject,
        { level: row.supplementary?.level ?? row.level, scoreTenths: row.supplementary?.score ?? row.score },
      ]),
    ),
    rated: Object.fromEntries(rows.map((row) => [row.name, row.supplementary ?? row.level])),
    educationResult: sheet.conclusion.educationResult,
    gradeCompleted: sheet.conclusion.gradeCompleted,
    promoted: sheet.conclusion.promoted,
    commendations: sheet.conclusion.commendations,
  };
}

/** One cell in which the class summary and a year sheet differ. */
export interface SummaryDifference {
  readonly recordId: string;
  readonly fullName: string;
  readonly cell: string;
}

/** Compares every cell of the summary with the frozen sheets; empty when they agree and nobody is missing. */
export function reconcile(summary: ClassSummaryContent, sheets: readonly SheetOfClass[]): SummaryDifference[] {
  const expected = new Map(sheets.map((each) => [each.sheet.recordId, summaryRow(each)]));
  const differences: SummaryDifference[] = [];
  for (const row of summary.rows) {
    const sheetRow = expected.get(row.recordId);
    expected.delete(row.recordId);
    const { recordId, fullName } = row;
    if (!sheetRow) differences.push({ recordId, fullName, cell: 'học bạ' });
    else differences.push(...differingCells(row, sheetRow).map((cell) => ({ recordId, fullName, cell })));
  }
  for (const { recordId, fullName } of expected.values())
    differences.push({ recordId, fullName, cell: 'dòng của học sinh' });
  return differences;
}

function differingCells(row: ClassSummaryRow, sheetRow: ClassSummaryRow): string[] {
  const flat = (each: ClassSummaryRow) => new Map(Object.entries({ ...each, ...each.subjects, ...each.rated }));
  const left = flat(row);
  const right = flat(sheetRow);
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (cell) => JSON.stringify(left.get(cell)) !== JSON.stringify(right.get(cell)),
  );
}
