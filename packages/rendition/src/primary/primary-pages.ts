import type { PrimaryYearSheet } from '@hocba/record';
import type { FormPages } from '../form/form-pages.ts';
import type { RenderedSignature } from '../form/rendered-signature.ts';
import { conclusionPageView } from './conclusion-page.ts';
import { coverFields } from './cover.ts';
import { primaryGuidance } from './guidance.ts';
import { personalPageView } from './personal-page.ts';
import { subjectsPageView } from './subjects-page.ts';

/** Counted on whenever a change here, in the fonts or in the engine changes the bytes. */
const version = 'hocba-tieu-hoc-3';

/** Mẫu học bạ tiểu học; `earlier` years are named in quá trình học tập. @law TT27/2020 */
export function primaryPages(
  sheet: PrimaryYearSheet,
  signatures: readonly RenderedSignature[],
  earlier: readonly PrimaryYearSheet[],
): FormPages {
  return {
    folder: 'primary',
    version,
    name: 'Học bạ tiểu học',
    firstGrade: 1,
    coverTitle: ['HỌC BẠ', 'TIỂU HỌC'],
    coverFields: coverFields(sheet),
    guidance: primaryGuidance,
    personal: personalPageView(sheet, signatures, earlier),
    year: {
      subjects: subjectsPageView(sheet, signatures),
      conclusion: conclusionPageView(sheet, signatures),
    },
  };
}
