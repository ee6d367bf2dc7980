export type { BookletRendition } from './booklet/booklet-rendition.ts';
export { renderBooklet } from './booklet/render-booklet.ts';
export { type ClassSummary, type ClassSummaryRow, summariseClass } from './class-summary/class-summary.ts';
export { renderClassSummary } from './class-summary/render-class-summary.ts';
export {
  type SecondaryClassSummary,
  type SecondaryClassSummaryRow,
  summariseSecondaryClass,
} from './class-summary/secondary-class-summary.ts';
export type { RenderedSignature } from './form/rendered-signature.ts';
export { unprintableCharacters } from './pdf/font-coverage.ts';
export { RenditionError, type RenditionErrorCode } from './pdf/rendition-error.ts';
export { type RenderOutcome, type RenderPool, renderPool } from './pool/render-pool.ts';
export { renderYearSheet } from './year-sheet/render-year-sheet.ts';
export type { YearSheetRendition } from './year-sheet/year-sheet-rendition.ts';
