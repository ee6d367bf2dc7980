export type { RenderedSignature } from './form/rendered-signature.ts';
export { RenditionError, type RenditionErrorCode } from './pdf/rendition-error.ts';
export { renderYearSheet } from './primary/year-sheet.ts';
export type { YearSheetRendition } from './primary/year-sheet-rendition.ts';
