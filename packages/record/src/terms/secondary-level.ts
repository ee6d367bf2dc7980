/** Bốn mức of kết quả học tập and of kết quả rèn luyện. @law TT22/2021 Đ8, Đ9 */
export const secondaryLevels = [
  { id: 'good', label: 'Tốt', code: 'T' },
  { id: 'fair', label: 'Khá', code: 'K' },
  { id: 'achieved', label: 'Đạt', code: 'Đ' },
  { id: 'notAchieved', label: 'Chưa đạt', code: 'CĐ' },
] as const;

/** Bốn mức of kết quả học tập and of kết quả rèn luyện. @law TT22/2021 Đ8, Đ9 */
export type SecondaryLevel = (typeof secondaryLevels)[number]['id'];
