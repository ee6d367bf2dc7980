import type { PrimaryYearSheet } from '@hocba/record';
import { schoolNameAfterLabel } from '../form/school-name.ts';
import { type FieldView, field } from '../form/view.ts';

/** The lines of the cover. There has been no district level since 1/7/2025, and the form's line for it goes with it. */
export function coverFields({ student, school }: PrimaryYearSheet): FieldView[] {
  return [
    field('Họ và tên học sinh', student.fullName, { strong: true }),
    field('Trường', schoolNameAfterLabel(school.name)),
    field('Xã (Phường, Thị trấn)', school.communeName),
    field('Tỉnh (Thành phố)', school.provinceName),
  ];
}
