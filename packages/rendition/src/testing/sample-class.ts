import type { PrimaryYearSheet } from '@hocba/record';
import { hardestYearSheet } from './hardest-year-sheet.ts';
import { sampleYearSheet } from './sample-year-sheet.ts';

const NAMES = [
  'Nguyễn Gia Bảo',
  'Trần Ngọc Khánh Vy',
  "H'Nguyệt Niê Kdăm",
  'Lê Hoàng Phúc Thịnh',
  "Y-Thuynh K'Sor Ayŭn Mlô Duôn Du",
  'Phạm Đỗ Quỳnh Như',
  'Đặng Thuỵ Ái Mỹ',
] as const;

/** A class of `size` pupils, among them one assessed again and one not promoted. */
export function sampleClass(size: number, base: PrimaryYearSheet = sampleYearSheet()): PrimaryYearSheet[] {
  return Array.from({ length: size }, (_, index) => {
    const sheet = { ...base, student: { ...base.student, fullName: NAMES[index % NAMES.length] ?? '' } };
    if (index === 3)
      return { ...sheet, subjects: hardestYearSheet().subjects, conclusion: hardestYearSheet().conclusion };
    if (index === 5) return { ...sheet, conclusion: { ...NOT_PROMOTED } };
    return sheet;
  });
}

const NOT_PROMOTED: PrimaryYearSheet['conclusion'] = {
  educationResult: 'notCompleted',
  firstEducationResult: null,
  gradeCompleted: false,
  promoted: false,
  primaryCompleted: false,
  commendations: [],
};
