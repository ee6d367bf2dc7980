/** Danh hiệu khen thưởng cuối năm học of THCS and THPT. @law TT22/2021 Đ15.1 */
export const secondaryCommendations = [
  { id: 'outstandingStudent', label: 'Học sinh Xuất sắc', code: 'HSXS' },
  { id: 'excellentStudent', label: 'Học sinh Giỏi', code: 'HSG' },
] as const;

/** Danh hiệu khen thưởng cuối năm học of THCS and THPT. @law TT22/2021 Đ15.1 */
export type SecondaryCommendation = (typeof secondaryCommendations)[number]['id'];
