import type { PrimaryYearSheet } from './primary-record.ts';
import type { SecondaryYearSheet } from './secondary-record.ts';
import type { PrimaryEducationResult } from './terms/primary-education-result.ts';

/** Phần học bạ của một năm học, whatever the level: the unit that is frozen, signed, issued, locked. Told apart by `schoolLevel`. */
export type YearSheet = PrimaryYearSheet | SecondaryYearSheet;

/** Đánh giá kết quả giáo dục; `null` for a pupil without a level and at every level above primary, which has none. */
export function educationResultOf(sheet: YearSheet): PrimaryEducationResult | null {
  return sheet.schoolLevel === 'primary' ? sheet.conclusion.educationResult : null;
}
