/** Phẩm chất chủ yếu, in the order of the form. @law TT27/2020 Đ6 */
export const coreQualities = [
  { id: 'patriotism', label: 'Yêu nước', code: 'YN' },
  { id: 'compassion', label: 'Nhân ái', code: 'NA' },
  { id: 'diligence', label: 'Chăm chỉ', code: 'CC' },
  { id: 'honesty', label: 'Trung thực', code: 'TT' },
  { id: 'responsibility', label: 'Trách nhiệm', code: 'TN' },
] as const;

/** Phẩm chất chủ yếu, in the order of the form. @law TT27/2020 Đ6 */
export type CoreQuality = (typeof coreQualities)[number]['id'];
