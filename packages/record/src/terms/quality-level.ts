/** Mức đạt được của phẩm chất, năng lực. @law TT27/2020 Đ6 */
export const qualityLevels = [
  { id: 'good', label: 'Tốt', code: 'T' },
  { id: 'achieved', label: 'Đạt', code: 'Đ' },
  { id: 'needsEffort', label: 'Cần cố gắng', code: 'C' },
] as const;

/** Mức đạt được của phẩm chất, năng lực. @law TT27/2020 Đ6 */
export type QualityLevel = (typeof qualityLevels)[number]['id'];
