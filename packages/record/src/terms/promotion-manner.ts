/** How the year ended, in the three phrases of the form. @law TT22/2021 Đ12, Đ13, Đ14 */
export const promotionManners = [
  { id: 'promoted', label: 'Được lên lớp', code: 'LL' },
  {
    id: 'promotedAfterSummer',
    label: 'Được lên lớp sau đánh giá lại môn học hoặc rèn luyện trong kì nghỉ hè',
    code: 'LLH',
  },
  { id: 'retained', label: 'Không được lên lớp', code: 'OL' },
] as const;

/** How the year ended, in the three phrases of the form. @law TT22/2021 Đ12, Đ13, Đ14 */
export type PromotionManner = (typeof promotionManners)[number]['id'];
