import { nameOf, type PdfDictionary, type PdfReference, type PdfValue, pdfDictionary } from '../pdf/index.ts';
import { differingKeys, startsWith } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';

/** What a signature field of one piece may say; actions above all are not among it. */
const fieldKeys: ReadonlySet<string> = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'Rect',
  'F',
  'P',
  'V',
  'AP',
  'Lock',
  'SV',
  'Ff',
  'MK',
  'DA',
  'Parent',
]);

/** The form: fields may only be added, each a signature field that is signed at once; existing empty ones may be signed. */
export function compareForm(comparison: Comparison): void {
  const { before, after } = comparison;
  const formBefore = before.catalog.entries.get('AcroForm');
  const formAfter = after.catalog.entries.get('AcroForm');
  const earlier = before.dictionary(formBefore) ?? pdfDictionary({});
  const later = after.dictionary(formAfter) ?? pdfDictionary({});
  const changed = differingKeys(earlier, later).filter((key) => key !== 'Fields' && key !== 'SigFlags');
  if (changed.length > 0) comparison.report('formChanged');
  explainMoved(comparison, formBefore, formAfter);
  explainMoved(comparison, earlier.entries.get('Fields'), later.entries.get('Fields'));
  const known = before.items(earlier.entries.get('Fields'));
  const fields = after.items(later.entries.get('Fields'));
  if (!startsWith(fields, known)) comparison.report('formChanged');
  for (const field of fields.slice(known.length)) compareAddedField(comparison, field);
  for (const field of known) compareKnownField(comparison, field);
}

/** A container that stays where it was, or that becomes a new object. */
function explainMoved(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): void {
  if (is?.kind !== 'reference') return;
  const stayed = was?.kind === 'reference' && was.number === is.number;
  if (stayed || comparison.isNew(is)) comparison.explain(is);
}

function compareAddedField(comparison: Comparison, field: PdfValue): void {
  const dictionary = comparison.after.dictionary(field);
  if (field.kind !== 'reference' || dictionary === undefined || !comparison.isNew(field)) {
    comparison.report('formChanged');
    return;
  }
  const foreignKey = [...dictionary.entries.keys()].some((key) => !fieldKeys.has(key));
  if (foreignKey || nameOf(dictionary.entries.get('FT')) !== 'Sig') {
    comparison.report('fieldAdded', { objectNumber: field.number });
    return;
  }
  comparison.addedFields.push(field);
  comparison.explain(field);
  comparison.explainTree(dictionary.entries.get('AP'));
  if (isVisible(comparison, dictionary)) comparison.report('visibleSignatureAdded', { objectNumber: field.number });
  compareSignature(comparison, field, dictionary);
}

/** A field that was there unsigned may receive its signature and nothing else. */
function compareKnownField(comparison: Comparison, field: PdfValue): void {
  const { before, after } = comparison;
  const earlier = before.dictionary(field);
  const later = after.dictionary(field);
  if (field.kind !== 'reference' || earlier === undefined || later === undefined) return;
  const changed = differingKeys(earlier, later);
  if (changed.length === 0 || earlier.entries.has('V') || nameOf(earlier.entries.get('FT')) !== 'Sig') return;
  if (changed.some((key) => key !== 'V') || isVisible(comparison, later)) return;
  comparison.explain(field);
  compareSignature(comparison, field, later);
}

function compareSignature(comparison: Comparison, field: PdfReference, dictionary: PdfDictionary): void {
  const value = dictionary.entries.get('V');
  const signature = comparison.after.dictionary(value);
  const type = nameOf(signature?.entries.get('Type'));
  const right = value?.kind === 'reference' && comparison.isNew(value) && (type === 'Sig' || type === 'DocTimeStamp');
  if (!right) {
    comparison.report('fieldAdded', { objectNumber: field.number });
    return;
  }
  comparison.explainTree(value);
  const timestamp = nameOf(signature?.entries.get('SubFilter')) === 'ETSI.RFC3161';
  comparison.report(timestamp ? 'documentTimestampAdded' : 'signatureAdded', { objectNumber: value.number });
}

function isVisible({ after }: Comparison, field: PdfDictionary): boolean {
  const [left, bottom, right, top] = after.items(field.entries.get('Rect')).map((item) => {
    const edge = after.resolve(item);
    return edge.kind === 'number' ? edge.value : Number.NaN;
  });
  return left !== right || bottom !== top;
}
