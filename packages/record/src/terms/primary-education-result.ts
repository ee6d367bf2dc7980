/** Đánh giá kết quả giáo dục. @law TT27/2020 Đ9.2.a */
export const primaryEducationResults = [
  { id: 'completedOutstandingly', label: 'Hoàn thành xuất sắc', code: 'HTXS' },
  { id: 'completedWell', label: 'Hoàn thành tốt', code: 'HTT' },
  { id: 'completed', label: 'Hoàn thành', code: 'HT' },
  { id: 'notCompleted', label: 'Chưa hoàn thành', code: 'CHT' },
] as const;

/** Đánh giá kết quả giáo dục. @law TT27/2020 Đ9.2.a */
export type PrimaryEducationResult = (typeof primaryEducationResults)[number]['id'];
