import type { SecondaryYearSheet } from '@hocba/record';
import { type FieldView, field } from '../form/view.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** The lines of the cover; "Số" is the pupil's in the register of the school that issued the sheet, given when the pupil entered it. */
export function coverFields({ student, schooling, school }: SecondaryYearSheet, form: SecondaryForm): FieldView[] {
  const entered = schooling.findLast((entry) => entry.schoolName === school.name && entry.registerNumber !== null);
  return [
    field('Họ và tên', student.fullName, { strong: true }),
    field('Số', `${entered?.registerNumber ?? '…………'}/${form.numberSuffix}`),
  ];
}
