import type { BookletRendition } from '../booklet/booklet-rendition.ts';
import type { ClassSummary } from '../class-summary/class-summary.ts';
import type { SecondaryClassSummary } from '../class-summary/secondary-class-summary.ts';
import type { RenditionErrorCode } from '../pdf/rendition-error.ts';
import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';

/** What a worker is asked to render. */
export type RenderJob =
  | { readonly kind: 'yearSheet'; readonly input: YearSheetRendition }
  | { readonly kind: 'booklet'; readonly input: BookletRendition }
  | { readonly kind: 'classSummary'; readonly input: ClassSummary | SecondaryClassSummary };

/** What it answers. */
export type RenderAnswer =
  | { readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly error: { readonly code: RenditionErrorCode; readonly message: string } };
