import type { YearSheet } from '@hocba/record';
import { continuingEducationForm } from '../continuing-education/continuing-education-form.ts';
import type { FormPages } from '../form/form-pages.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { lowerSecondaryForm } from '../lower-secondary/lower-secondary-form.ts';
import { primaryPages } from '../primary/primary-pages.ts';
import { secondaryPages } from '../secondary/secondary-pages.ts';
import { upperSecondaryForm } from '../upper-secondary/upper-secondary-form.ts';

/** Which form a year sheet is shown on. */
export function pagesOf(sheet: YearSheet, signatures: readonly RenderedSignature[]): FormPages {
  switch (sheet.schoolLevel) {
    case 'primary':
      return primaryPages(sheet, signatures);
    case 'lowerSecondary':
      return secondaryPages(sheet, lowerSecondaryForm, signatures);
    case 'upperSecondary':
      return secondaryPages(sheet, upperSecondaryForm, signatures);
    case 'continuingEducation':
      return secondaryPages(sheet, continuingEducationForm(sheet.grade), signatures);
  }
}
