/** Cấp học, with the codes of the sector database (`manhomcaphoc`). */
export const schoolLevels = [
  { id: 'primary', label: 'Tiểu học', code: '02' },
  { id: 'lowerSecondary', label: 'Trung học cơ sở', code: '03' },
  { id: 'upperSecondary', label: 'Trung học phổ thông', code: '04' },
  { id: 'continuingEducation', label: 'Giáo dục thường xuyên', code: '05' },
] as const;

/** Cấp học. */
export type SchoolLevel = (typeof schoolLevels)[number]['id'];
