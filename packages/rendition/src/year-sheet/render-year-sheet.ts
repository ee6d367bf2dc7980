import { toPdf } from '../pdf/typst-engine.ts';
import { yearSheetLayout } from './year-sheet-layout.ts';
import type { YearSheetRendition } from './year-sheet-rendition.ts';

/**
 * Bản thể hiện: a year sheet of any level on its official form, as PDF/A-3a, the record's XML inside. Equal input
 * gives equal bytes.
 * @throws RenditionError when the text holds a character the font cannot draw
 * @law TT27/2020, TT22/2021, TT43/2021
 */
export async function renderYearSheet(rendition: YearSheetRendition): Promise<Uint8Array> {
  return toPdf(yearSheetLayout(rendition));
}
