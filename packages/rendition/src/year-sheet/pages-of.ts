import type { PrimaryYearSheet, SecondaryYearSheet, YearSheet } from '@hocba/record';
import { continuingEducationForm } from '../continuing-education/continuing-education-form.ts';
import type { FormPages } from '../form/form-pages.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { lowerSecondaryForm } from '../lower-secondary/lower-secondary-form.ts';
import { primaryPages } from '../primary/primary-pages.ts';
import type { SecondaryForm } from '../secondary/secondary-form.ts';
import { secondaryPages } from '../secondary/secondary-pages.ts';
import { upperSecondaryForm } from '../upper-secondary/upper-secondary-form.ts';

interface SignedSheet {
  readonly sheet: YearSheet;
  readonly signatures: readonly RenderedSignature[];
}

/** A year sheet on the form it is shown on; `earlier` sheets of the pupil add to quá trình học tập. */
export function pagesOf({ sheet, signatures }: SignedSheet, earlier: readonly YearSheet[] = []): FormPages {
  if (sheet.schoolLevel === 'primary') return primaryPages(sheet, signatures, earlier.filter(isPrimary));
  return secondaryPages({ sheet, signatures }, secondaryForm(sheet), earlier.filter(isSecondary));
}

function secondaryForm({ schoolLevel, grade }: SecondaryYearSheet): SecondaryForm {
  switch (schoolLevel) {
    case 'lowerSecondary':
      return lowerSecondaryForm;
    case 'upperSecondary':
      return upperSecondaryForm;
    case 'continuingEducation':
      return continuingEducationForm(grade);
  }
}

function isPrimary(sheet: YearSheet): sheet is PrimaryYearSheet {
  return sheet.schoolLevel === 'primary';
}

function isSecondary(sheet: YearSheet): sheet is SecondaryYearSheet {
  return sheet.schoolLevel !== 'primary';
}
