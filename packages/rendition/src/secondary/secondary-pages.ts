import type { SecondaryYearSheet } from '@hocba/record';
import type { FormPages } from '../form/form-pages.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { conclusionPageView } from './conclusion-page.ts';
import { coverFields } from './cover.ts';
import { marksPageView } from './marks-page.ts';
import { personalPageView } from './personal-page.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** Mẫu học bạ THCS, THPT, GDTX. @law TT22/2021, TT43/2021 */
export function secondaryPages(
  sheet: SecondaryYearSheet,
  form: SecondaryForm,
  signatures: readonly RenderedSignature[],
): FormPages {
  return {
    folder: 'secondary',
    version: form.version,
    name: `Học bạ ${form.programme}`,
    coverTitle: form.title,
    coverFields: coverFields(sheet, form),
    personal: personalPageView(sheet, form, signatures),
    year: {
      marks: marksPageView(sheet, form, signatures),
      conclusion: conclusionPageView(sheet, form, signatures),
    },
  };
}
