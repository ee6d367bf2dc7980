import type { GuidanceView } from './guidance.ts';
import type { FieldView } from './view.ts';

/** Everything a document of one form is laid out from, as the templates of its folder expect it. */
export interface FormPages {
  /** Folder of the templates: `year-sheet.typ`, `booklet.typ`. */
  readonly folder: 'primary' | 'secondary';
  /** Which drawing of the form a file shows; among its keywords, for a re-rendition can equal only one of the same drawing. */
  readonly version: string;
  /** "Học bạ tiểu học". */
  readonly name: string;
  readonly firstGrade: number;
  readonly coverTitle: readonly string[];
  readonly coverFields: readonly FieldView[];
  readonly guidance: GuidanceView;
  /** Trang sơ yếu lí lịch và quá trình học tập. */
  readonly personal: unknown;
  /** The pages of the year. */
  readonly year: unknown;
}
