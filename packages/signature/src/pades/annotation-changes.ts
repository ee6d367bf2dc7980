import { nameOf, type PdfValue } from '../pdf/index.ts';
import { sameValue } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';

/**
 * Comments that mark what is there. Free text, stamps and redactions are not among them: they put their own content over
 * a page, or hide it. @spec ISO 32000-1 12.5.6
 */
const commentKinds: ReadonlySet<string> = new Set(
  'Text Popup Highlight Underline Squiggly StrikeOut Caret Ink Line Square Circle Polygon PolyLine'.split(' '),
);

/** An annotation that was not there: the widget of a signature, a comment, or anything else. */
export function compareAddedAnnotation(comparison: Comparison, annotation: PdfValue, page: number): void {
  if (comparison.addedFields.some((field) => sameValue(field, annotation))) return;
  const dictionary = comparison.after.dictionary(annotation);
  const detail = nameOf(dictionary?.entries.get('Subtype')) ?? '';
  const acts = dictionary?.entries.has('A') === true || dictionary?.entries.has('AA') === true;
  const isNew = annotation.kind !== 'reference' || comparison.isNew(annotation);
  if (!isNew || acts || !commentKinds.has(detail)) {
    comparison.report('annotationAdded', { page, detail });
    return;
  }
  comparison.report('commentAdded', { page, detail });
  comparison.explainTree(annotation);
}
