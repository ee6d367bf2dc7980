import { type PdfPage, type PdfValue, readPages } from '../pdf/index.ts';
import { differingKeys, sameValue, startsWith } from '../pdf/same-value.ts';
import { compareAddedAnnotation } from './annotation-changes.ts';
import type { Comparison } from './comparison.ts';

/** Pages: the same ones in the same order, and of each only the list of annotations longer by the added fields. */
export function comparePages(comparison: Comparison): void {
  const earlier = readPages(comparison.before);
  const later = readPages(comparison.after);
  const same =
    earlier.length === later.length && earlier.every((page, at) => sameValue(page.reference, later[at]?.reference));
  if (!same) {
    comparison.report('pagesChanged');
    return;
  }
  earlier.forEach((page, at) => {
    const after = later[at];
    if (after !== undefined) comparePage(comparison, { before: page, after, number: at + 1 });
  });
}

function comparePage(
  comparison: Comparison,
  { before, after, number }: { before: PdfPage; after: PdfPage; number: number },
): void {
  const changed = differingKeys(before.dictionary, after.dictionary).filter((key) => key !== 'Annots');
  if (
    !changed.every((key) =>
      isOnlyMoved(comparison, before.dictionary.entries.get(key), after.dictionary.entries.get(key)),
    )
  )
    return;
  comparison.explain(after.reference);
  const listBefore = before.dictionary.entries.get('Annots');
  const listAfter = after.dictionary.entries.get('Annots');
  const known = comparison.before.items(listBefore);
  const annotations = comparison.after.items(listAfter);
  const added = annotations.slice(known.length);
  if (!startsWith(annotations, known)) comparison.report('annotationChanged', { page: number });
  for (const annotation of added) compareAddedAnnotation(comparison, annotation, number);
  if (listAfter?.kind !== 'reference') return;
  const stayed = listBefore?.kind === 'reference' && listBefore.number === listAfter.number;
  if (stayed || comparison.isNew(listAfter)) comparison.explain(listAfter);
}

/** Whether a value says the same as an object of its own, a new one; that one is then explained. */
function isOnlyMoved(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): boolean {
  if (was === undefined || is?.kind !== 'reference' || !comparison.isNew(is)) return false;
  if (!sameValue(comparison.before.resolve(was), comparison.after.resolve(is))) return false;
  comparison.explain(is);
  return true;
}
