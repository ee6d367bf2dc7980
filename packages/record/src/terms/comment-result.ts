/** Kết quả của môn học đánh giá bằng nhận xét. @law TT22/2021 Đ5, Đ9.1 */
export const commentResults = [
  { id: 'achieved', label: 'Đạt', code: 'Đ' },
  { id: 'notAchieved', label: 'Chưa đạt', code: 'CĐ' },
] as const;

/** Kết quả của môn học đánh giá bằng nhận xét. @law TT22/2021 Đ5, Đ9.1 */
export type CommentResult = (typeof commentResults)[number]['id'];
