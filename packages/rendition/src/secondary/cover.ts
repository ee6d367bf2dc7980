import type { SecondaryYearSheet } from '@hocba/record';
import { type FieldView, field } from '../form/view.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** The lines of the cover; "Số" is the pupil's in the register of the school that issued the sheet. */
export function coverFields({ student, schooling, schoolYear }: SecondaryYearSheet, form: SecondaryForm): FieldView[] {
  const entry = schooling.findLast((each) => each.schoolYear === schoolYear);
  return [
    field('Họ và tên', student.fullName, { strong: true }),
    field('Số', `${entry?.registerNumber ?? '…………'}/${form.numberSuffix}`),
  ];
}
