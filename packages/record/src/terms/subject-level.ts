/** Mức đạt được của môn học, hoạt động giáo dục. @law TT27/2020 Đ6 */
export const subjectLevels = [
  { id: 'completedWell', label: 'Hoàn thành tốt', code: 'T' },
  { id: 'completed', label: 'Hoàn thành', code: 'H' },
  { id: 'notCompleted', label: 'Chưa hoàn thành', code: 'C' },
] as const;

/** Mức đạt được của môn học, hoạt động giáo dục. @law TT27/2020 Đ6 */
export type SubjectLevel = (typeof subjectLevels)[number]['id'];
