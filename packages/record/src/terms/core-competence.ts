/** Năng lực cốt lõi: three general, then seven specific, in the order of the form. @law TT27/2020 Đ6 */
export const coreCompetences = [
  { id: 'selfReliance', label: 'Tự chủ và tự học', code: 'TCTH' },
  { id: 'communication', label: 'Giao tiếp và hợp tác', code: 'GTHT' },
  { id: 'problemSolving', label: 'Giải quyết vấn đề và sáng tạo', code: 'GQVD' },
  { id: 'language', label: 'Ngôn ngữ', code: 'NN' },
  { id: 'calculation', label: 'Tính toán', code: 'TINHTOAN' },
  { id: 'science', label: 'Khoa học', code: 'KH' },
  { id: 'technology', label: 'Công nghệ', code: 'CN' },
  { id: 'informatics', label: 'Tin học', code: 'TH' },
  { id: 'aesthetics', label: 'Thẩm mĩ', code: 'TM' },
  { id: 'physical', label: 'Thể chất', code: 'TC' },
] as const;

/** Năng lực cốt lõi: three general, then seven specific, in the order of the form. @law TT27/2020 Đ6 */
export type CoreCompetence = (typeof coreCompetences)[number]['id'];

/** Năng lực chung: the first three. */
export const generalCompetences = coreCompetences.slice(0, 3);
/** Năng lực đặc thù: the other seven. */
export const specificCompetences = coreCompetences.slice(3);
