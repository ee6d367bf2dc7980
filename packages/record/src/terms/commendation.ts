/** Danh hiệu khen thưởng cuối năm. The second is a decision of people, never computed. @law TT27/2020 Đ13 */
export const commendations = [
  { id: 'outstandingStudent', label: 'Học sinh Xuất sắc', code: 'HSXS' },
  {
    id: 'exemplaryStudent',
    label: 'Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện',
    code: 'HSTB',
  },
] as const;

/** Danh hiệu khen thưởng cuối năm. */
export type Commendation = (typeof commendations)[number]['id'];
