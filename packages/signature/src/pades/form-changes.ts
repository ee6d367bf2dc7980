import { type PdfDictionary, type PdfValue, pdfDictionary } from '../pdf/index.ts';
import { differingKeys, sameValue, startsWith } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';
import { compareAddedField, compareKnownField, type FieldLists, type FieldPlace } from './field-changes.ts';
import { FilledFields } from './filled-fields.ts';

/** How fields look by default, which signing programs complete. */
const defaultKeys: ReadonlySet<string> = new Set(['DR', 'DA', 'Q', 'NeedAppearances']);

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
  if (changed.length > defaults.length || !resourcesOnlyGrew(comparison, earlier, later)) {
    comparison.report('formChanged', { detail: changed.join(' ') });
  }
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

/** Fonts for new appearances may come in; those that are there stay what they are. */
function resourcesOnlyGrew(comparison: Comparison, earlier: PdfDictionary, later: PdfDictionary): boolean {
  const [was, is] = [earlier.entries.get('DR'), later.entries.get('DR')];
  if (is === undefined || (sameValue(was, is) && was?.kind !== 'reference'))
    return was === undefined || is !== undefined;
  return grew({ comparison, was, is, depth: 0 });
}

interface Growth {
  readonly comparison: Comparison;
  readonly was: PdfValue | undefined;
  readonly is: PdfValue | undefined;
  /** 0 for the resources, 1 for a category of them. */
  readonly depth: number;
}

function grew({ comparison, was, is, depth }: Growth): boolean {
  const { before, after } = comparison;
  const earlier = before.dictionary(was) ?? pdfDictionary({});
  const later = after.dictionary(is);
  if (later === undefined) return sameValue(before.resolve(was), after.resolve(is));
  explainMoved(comparison, was, is);
  const kept = [...earlier.entries].every(([key, value]) => {
    const now = later.entries.get(key);
    return depth === 0 ? grew({ comparison, was: value, is: now, depth: 1 }) : sameValue(value, now);
  });
  for (const [key, value] of later.entries) {
    if (!earlier.entries.has(key)) comparison.explainTree(value);
  }
  return kept;
}
