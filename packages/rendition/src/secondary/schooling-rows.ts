import { formatPartialDate, formatSchoolYear, type SchoolingEntry } from '@hocba/record';

/** Một dòng của bảng QUÁ TRÌNH HỌC TẬP. */
export interface SchoolingRow {
  readonly schoolYear: string;
  readonly className: string;
  readonly school: string;
  /** What these forms have no column for. */
  readonly entry: string;
}

export function schoolingRows(schooling: readonly SchoolingEntry[]): SchoolingRow[] {
  return schooling.map(({ schoolYear, className, schoolName, place, registerNumber, enteredOn }) => ({
    schoolYear: formatSchoolYear(schoolYear),
    className,
    school: [schoolName, place].filter(Boolean).join(', '),
    entry: [
      ...(registerNumber === null ? [] : [`Số đăng bộ: ${registerNumber}`]),
      ...(enteredOn === null ? [] : [`vào học ngày ${formatPartialDate(enteredOn)}`]),
    ].join('; '),
  }));
}
