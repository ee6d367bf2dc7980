import type { CalendarDate, SchoolYear, YearSheet } from '@hocba/record';

/** Of which class a summary is, and who answers for it. */
export interface ClassHead {
  readonly schoolName: string;
  readonly communeName: string;
  readonly provinceName: string;
  readonly schoolYear: SchoolYear;
  readonly className: string;
  readonly homeroomTeacherName: string;
  /** As printed over the head's name: "Hiệu trưởng", "KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG" … */
  readonly principalPosition: string;
  readonly principalName: string;
  /** Thời điểm đánh giá, as printed: "Cuối năm học". */
  readonly assessmentPoint: string;
  readonly placeOfIssue: string;
  readonly date: CalendarDate;
}

/** @throws RangeError when there is no sheet or they are not of one class and year */
export function classHeadOf(sheets: readonly YearSheet[]): ClassHead {
  const [first] = sheets;
  if (first === undefined) throw new RangeError('a class summary needs a year sheet');
  if (sheets.some((sheet) => !sameClass(sheet, first))) throw new RangeError('year sheets of more than one class');
  const principal = first.signatories.find(({ slot }) => slot === 'principal');
  return {
    schoolName: first.school.name,
    communeName: first.school.communeName,
    provinceName: first.school.provinceName,
    schoolYear: first.schoolYear,
    className: first.className,
    homeroomTeacherName: first.signatories.find(({ slot }) => slot === 'homeroomTeacher')?.name ?? '',
    principalPosition: principal?.position ?? '',
    principalName: principal?.name ?? '',
    assessmentPoint: 'Cuối năm học',
    placeOfIssue: first.placeOfIssue,
    date: first.carriedOverOn,
  };
}

function sameClass(sheet: YearSheet, other: YearSheet): boolean {
  return (
    sheet.school.schoolId === other.school.schoolId &&
    sheet.schoolYear === other.schoolYear &&
    sheet.className === other.className
  );
}
