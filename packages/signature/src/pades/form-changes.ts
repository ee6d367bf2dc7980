import { type PdfValue, pdfDictionary } from '../pdf/index.ts';
import { differingKeys, sameValue, startsWith } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';
import { compareAddedField, compareKnownField, type FieldLists, type FieldPlace } from './field-changes.ts';
import { FilledFields } from './filled-fields.ts';

/** How fields look by default, which signing programs complete. */
const defaultKeys: ReadonlySet<string> = new Set(['DR', 'DA', 'Q', 'CO', 'NeedAppearances']);

/** The form: signature fields may be added and signed, fields filled in; nothing may be taken away or moved. */
export function compareForm(comparison: Comparison): void {
  const { before, after } = comparison;
  const formBefore = before.catalog.entries.get('AcroForm');
  const formAfter = after.catalog.entries.get('AcroForm');
  const earlier = before.dictionary(formBefore) ?? pdfDictionary({});
  const later = after.dictionary(formAfter) ?? pdfDictionary({});
  const changed = differingKeys(earlier, later).filter((key) => key !== 'Fields' && key !== 'SigFlags');
  const defaults = changed.filter((key) => defaultKeys.has(key));
  if (defaults.length > 0) comparison.report('formDefaultsChanged', { detail: defaults.join(' ') });
  if (changed.length > defaults.length) comparison.report('formChanged', { detail: changed.join(' ') });
  explainResources(comparison, earlier.entries.get('DR'), later.entries.get('DR'));
  explainMoved(comparison, formBefore, formAfter);
  const filled = new FilledFields(comparison);
  const place: FieldPlace = { path: [], type: undefined, filled };
  compareFieldLists(comparison, { was: earlier.entries.get('Fields'), is: later.entries.get('Fields'), place });
  filled.explain();
}

function compareFieldLists(comparison: Comparison, { was, is, place }: FieldLists): void {
  explainMoved(comparison, was, is);
  const known = comparison.before.items(was);
  const fields = comparison.after.items(is);
  if (!startsWith(fields, known)) comparison.report('formChanged', { detail: place.path.join('.') });
  for (const field of fields.slice(known.length)) compareAddedField(comparison, field, place);
  for (const field of known) {
    const kids = compareKnownField(comparison, field, place);
    if (kids !== undefined) compareFieldLists(comparison, kids);
  }
}

/** A container that stays where it was, or that becomes a new object. */
function explainMoved(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): void {
  if (is?.kind !== 'reference') return;
  const stayed = was?.kind === 'reference' && was.number === is.number;
  if (stayed || comparison.isNew(is)) comparison.explain(is);
}

/**
 * Fonts for new appearances may come in. A list that is an object of its own may serve a page as well: it may only grow,
 * and what it names stays what it is.
 */
function explainResources(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): void {
  explainGrown(comparison, was, is);
  for (const [category, value] of comparison.after.dictionary(is)?.entries ?? []) {
    const earlier = comparison.before.dictionary(was)?.entries.get(category);
    explainGrown(comparison, earlier, value);
    for (const resource of comparison.after.dictionary(value)?.entries.values() ?? []) comparison.explainTree(resource);
  }
}

function explainGrown(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): void {
  const earlier = comparison.before.dictionary(was)?.entries ?? new Map<string, PdfValue>();
  const later = comparison.after.dictionary(is);
  const kept = [...earlier].every(([key, value]) => {
    const now = later?.entries.get(key);
    return holds(now, value) || (value.kind === 'dictionary' && now?.kind === 'reference' && comparison.isNew(now));
  });
  if (kept) explainMoved(comparison, was, is);
}

/** Whether a value is the earlier one, or a dictionary that has all of its entries. */
function holds(now: PdfValue | undefined, earlier: PdfValue): boolean {
  if (now?.kind !== 'dictionary' || earlier.kind !== 'dictionary') return sameValue(earlier, now);
  return [...earlier.entries].every(([key, value]) => sameValue(value, now.entries.get(key)));
}
