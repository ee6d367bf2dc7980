import type { SecondaryYearSheet } from '@hocba/record';
import type { FormPages } from '../form/form-pages.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { conclusionPageView } from './conclusion-page.ts';
import { coverFields } from './cover.ts';
import { secondaryGuidance } from './guidance.ts';
import { marksPageView } from './marks-page.ts';
import { personalPageView } from './personal-page.ts';
import { wholeSchooling } from './schooling-rows.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** Mẫu học bạ THCS, THPT, GDTX; what `earlier` years alone know of quá trình học tập joins it. @law TT22/2021, TT43/2021 */
export function secondaryPages(
  signed: { readonly sheet: SecondaryYearSheet; readonly signatures: readonly RenderedSignature[] },
  form: SecondaryForm,
  earlier: readonly SecondaryYearSheet[],
): FormPages {
  const { signatures } = signed;
  const sheet = { ...signed.sheet, schooling: wholeSchooling([...earlier, signed.sheet]) };
  return {
    folder: 'secondary',
    version: form.version,
    name: `Học bạ ${form.programme}`,
    firstGrade: form.firstGrade,
    coverTitle: form.title,
    coverFields: coverFields(sheet, form),
    guidance: secondaryGuidance(form),
    personal: personalPageView(sheet, form, signatures),
    year: {
      marks: marksPageView(sheet, form, signatures),
      conclusion: conclusionPageView(sheet, form, signatures),
    },
  };
}
