/** Hình thức khen thưởng besides the year's titles, as the forms' line "Khen thưởng (nếu có)" names them. @law TT22/2021 Đ15, TT27/2020 Đ13 */
export const commendationForms = [
  { id: 'yearTitle', label: 'Danh hiệu cuối năm học', code: 'CN' },
  { id: 'exceptionalAchievement', label: 'Thành tích đặc biệt, đột xuất', code: 'DX' },
  { id: 'letterOfPraise', label: 'Thư khen', code: 'TK' },
  { id: 'higherAuthority', label: 'Đề nghị cấp trên khen thưởng', code: 'CT' },
] as const;

/** Hình thức khen thưởng. @law TT22/2021 Đ15, TT27/2020 Đ13 */
export type CommendationForm = (typeof commendationForms)[number]['id'];
