/** Scores of one subject in one semester, in whole tenths: never a float, or 7,95 becomes 7,9. */
export interface SemesterScores {
  /** ĐĐGtx, the result of a chuyên đề among them. */
  readonly regular: readonly number[];
  /** ĐĐGgk */
  readonly midterm: number;
  /** ĐĐGck */
  readonly endOfTerm: number;
}

/** ĐTBmhk = (TĐĐGtx + 2 × ĐĐGgk + 3 × ĐĐGck) / (số ĐĐGtx + 5), to the tenth, half up. @law TT22/2021 Đ9.1.b */
export function semesterAverage({ regular, midterm, endOfTerm }: SemesterScores): number {
  const sum = regular.reduce((total, score) => total + score, 0);
  return quotientHalfUp(sum + 2 * midterm + 3 * endOfTerm, regular.length + 5);
}

/** ĐTBmcn = (ĐTBmhkI + 2 × ĐTBmhkII) / 3, from the semester averages as rounded. @law TT22/2021 Đ9.1.b */
export function yearAverage(firstSemester: number, secondSemester: number): number {
  return quotientHalfUp(firstSemester + 2 * secondSemester, 3);
}

/** Nearest whole number to numerator ÷ denominator in integer arithmetic; a half goes up. Both non-negative integers. */
function quotientHalfUp(numerator: number, denominator: number): number {
  const doubled = 2 * numerator + denominator;
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator);
}
