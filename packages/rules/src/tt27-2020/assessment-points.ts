/** Bốn thời điểm đánh giá định kì of a year: each row gets a level at every one. @law TT27/2020 Đ7.1 */
export const assessmentPoints = [
  { id: 'midFirstSemester', label: 'giữa học kì I' },
  { id: 'endFirstSemester', label: 'cuối học kì I' },
  { id: 'midSecondSemester', label: 'giữa học kì II' },
  { id: 'yearEnd', label: 'cuối năm học' },
] as const;

/** Thời điểm đánh giá định kì. @law TT27/2020 Đ7.1 */
export type AssessmentPoint = (typeof assessmentPoints)[number]['id'];

export function assessmentPointLabel(point: AssessmentPoint): string {
  return assessmentPoints.find(({ id }) => id === point)?.label ?? point;
}
