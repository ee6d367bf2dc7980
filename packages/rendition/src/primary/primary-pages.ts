import type { PrimaryYearSheet } from '@hocba/record';
import type { FormPages } from '../form/form-pages.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { conclusionPageView } from './conclusion-page.ts';
import { coverFields } from './cover.ts';
import { personalPageView } from './personal-page.ts';
import { subjectsPageView } from './subjects-page.ts';

/** Counted on whenever a change here, in the fonts or in the engine changes the bytes. */
const version = 'hocba-tieu-hoc-1';

/** Mẫu học bạ tiểu học. @law TT27/2020 */
export function primaryPages(sheet: PrimaryYearSheet, signatures: readonly RenderedSignature[]): FormPages {
  return {
    folder: 'primary',
    version,
    name: 'Học bạ tiểu học',
    coverTitle: ['HỌC BẠ', 'TIỂU HỌC'],
    coverFields: coverFields(sheet),
    personal: personalPageView(sheet, signatures),
    year: {
      subjects: subjectsPageView(sheet, signatures),
      conclusion: conclusionPageView(sheet, signatures),
    },
  };
}
