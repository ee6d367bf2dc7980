/** Giới tính. @law QCVN 109:2017/BTTTT */
export const genders = [
  { id: 'unknown', label: 'Chưa có thông tin', code: '0' },
  { id: 'male', label: 'Nam', code: '1' },
  { id: 'female', label: 'Nữ', code: '2' },
] as const;

/** Giới tính. @law QCVN 109:2017/BTTTT */
export type Gender = (typeof genders)[number]['id'];
