import type { InflateBudget } from './decode-stream.ts';
import type { PdfLimits } from './pdf-limits.ts';

/** How one file is read, the same for all of its parts. */
export interface ReadingRules {
  /**
   * Whether what honest programs write, though ISO 32000 does not quite allow it, is read as long as every reader would
   * read it alike: linearized files, short cross-reference lines, hybrid files that do not contradict themselves.
   */
  readonly tolerant: boolean;
  readonly limits: PdfLimits;
  readonly budget: InflateBudget;
}
