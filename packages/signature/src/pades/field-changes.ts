import { nameOf, type PdfDictionary, type PdfFile, type PdfReference, type PdfValue } from '../pdf/index.ts';
import { differingKeys, sameValue } from '../pdf/same-value.ts';
import { textOfString } from '../pdf/text-bytes.ts';
import type { Comparison } from './comparison.ts';
import type { FilledFields } from './filled-fields.ts';

/** Where in the form's tree a field stands. */
export interface FieldPlace {
  /** Partial names of the fields above. */
  readonly path: readonly string[];
  /** Inherited. */
  readonly type: string | undefined;
  readonly filled: FilledFields;
}

/** The fields under one node, before and after. */
export interface FieldLists {
  readonly was: PdfValue | undefined;
  readonly is: PdfValue | undefined;
  readonly place: FieldPlace;
}

/** What a signature field or its widget may say; actions above all are not among it. */
const fieldKeys: ReadonlySet<string> = new Set(
  'Type Subtype FT T TU TM Rect F P V AP AS Lock SV Ff MK DA Parent Kids DR Q Border BS C M NM StructParent H CA'.split(
    ' ',
  ),
);

/** What changes when an empty signature field is signed. */
const signedKeys: ReadonlySet<string> = new Set('V AP AS MK DA M F'.split(' '));

export function compareAddedField(comparison: Comparison, field: PdfValue, place: FieldPlace): void {
  const dictionary = comparison.after.dictionary(field);
  if (field.kind !== 'reference' || dictionary === undefined || !comparison.isNew(field)) {
    comparison.report('formChanged');
    return;
  }
  const detail = nameUnder(comparison.after, dictionary, place.path);
  const widgets = widgetsOf(comparison.after, field, dictionary);
  const right = widgets.every(({ kind, number }) => kind === 'reference' && comparison.isNew({ number }));
  const allowed = [dictionary, ...widgets.map((widget) => comparison.after.dictionary(widget) ?? dictionary)];
  const foreignKey = allowed.some(({ entries }) => [...entries.keys()].some((key) => !fieldKeys.has(key)));
  if (!right || foreignKey || (nameOf(dictionary.entries.get('FT')) ?? place.type) !== 'Sig') {
    comparison.report('fieldAdded', { objectNumber: field.number, detail });
    return;
  }
  comparison.explain(field);
  for (const widget of widgets) {
    comparison.addedFields.push(widget);
    comparison.explain(widget);
    comparison.explainTree(comparison.after.dictionary(widget)?.entries.get('AP'));
    comparison.explainTree(comparison.after.dictionary(widget)?.entries.get('MK'));
  }
  const kids = dictionary.entries.get('Kids');
  if (kids?.kind === 'reference' && comparison.isNew(kids)) comparison.explain(kids);
  for (const key of ['Lock', 'SV', 'DR']) comparison.explainTree(dictionary.entries.get(key));
  if (isVisible(comparison.after, widgets))
    comparison.report('visibleSignatureAdded', { objectNumber: field.number, detail });
  if (dictionary.entries.has('V')) compareSignature(comparison, field, dictionary.entries.get('V'));
  else comparison.report('signatureFieldAdded', { objectNumber: field.number, detail });
}

/** A field that was there; the fields below it, where there are any, are the caller's. */
export function compareKnownField(comparison: Comparison, field: PdfValue, place: FieldPlace): FieldLists | undefined {
  const { before, after } = comparison;
  const earlier = before.dictionary(field);
  const later = after.dictionary(field);
  if (field.kind !== 'reference' || earlier === undefined || later === undefined) return undefined;
  const type = nameOf(earlier.entries.get('FT')) ?? place.type;
  const kids = before.items(earlier.entries.get('Kids'));
  if (kids.some((kid) => before.dictionary(kid)?.entries.has('T'))) {
    const path = [...place.path, ...partialName(before, earlier)];
    const changed = differingKeys(earlier, later);
    if (changed.every((key) => key === 'Kids' || key === 'V')) comparison.explain(field);
    if (changed.includes('V')) comparison.report('formFilled', { objectNumber: field.number, detail: path.join('.') });
    return { was: earlier.entries.get('Kids'), is: later.entries.get('Kids'), place: { ...place, path, type } };
  }
  const known: KnownField = { field, earlier, later, name: nameUnder(before, earlier, place.path) };
  if (type === 'Sig') compareKnownSignature(comparison, known, place.filled);
  else if (sameValue(earlier.entries.get('Kids'), later.entries.get('Kids'))) {
    place.filled.compare({ ...known, widgets: widgetsOf(before, field, earlier) });
  }
  return undefined;
}

interface KnownField {
  readonly field: PdfReference;
  readonly earlier: PdfDictionary;
  readonly later: PdfDictionary;
  readonly name: string;
}

/** A field that was there unsigned may receive its signature and nothing else; one that was signed, nothing at all. */
function compareKnownSignature(
  comparison: Comparison,
  { field, earlier, later, name }: KnownField,
  filled: FilledFields,
): void {
  const widgets = widgetsOf(comparison.before, field, earlier);
  const changed = [field, ...widgets].flatMap((part) =>
    differingKeys(comparison.before.dictionary(part) ?? earlier, comparison.after.dictionary(part) ?? later),
  );
  if (changed.length === 0) return;
  const where = { objectNumber: field.number, detail: name };
  if (earlier.entries.has('V')) {
    comparison.report('signatureAppearanceChanged', where);
    return;
  }
  if (changed.some((key) => !signedKeys.has(key)) || !later.entries.has('V')) return;
  comparison.explain(field);
  for (const widget of widgets) comparison.explain(widget);
  filled.redraw(widgets);
  if (isVisible(comparison.before, widgets)) comparison.report('reservedSignatureFilled', where);
  compareSignature(comparison, field, later.entries.get('V'));
}

function compareSignature(comparison: Comparison, field: PdfReference, value: PdfValue | undefined): void {
  const signature = comparison.after.dictionary(value);
  const type = nameOf(signature?.entries.get('Type')) ?? 'Sig';
  const right = value?.kind === 'reference' && comparison.isNew(value) && (type === 'Sig' || type === 'DocTimeStamp');
  if (!right) {
    comparison.report('fieldAdded', { objectNumber: field.number });
    return;
  }
  comparison.explainTree(value);
  const timestamp = nameOf(signature?.entries.get('SubFilter')) === 'ETSI.RFC3161';
  comparison.report(timestamp ? 'documentTimestampAdded' : 'signatureAdded', { objectNumber: value.number });
}

/** The widgets of a terminal field: itself, or its kids. */
function widgetsOf(file: PdfFile, field: PdfReference, dictionary: PdfDictionary): readonly PdfReference[] {
  const kids = file.items(dictionary.entries.get('Kids')).filter((kid) => kid.kind === 'reference');
  return kids.length === 0 ? [field] : kids;
}

function isVisible(file: PdfFile, widgets: readonly PdfReference[]): boolean {
  return widgets.some((widget) => {
    const [left, bottom, right, top] = file.items(file.dictionary(widget)?.entries.get('Rect')).map((item) => {
      const edge = file.resolve(item);
      return edge.kind === 'number' ? edge.value : Number.NaN;
    });
    return left !== right || bottom !== top;
  });
}

function nameUnder(file: PdfFile, dictionary: PdfDictionary, path: readonly string[]): string {
  return [...path, ...partialName(file, dictionary)].join('.');
}

function partialName(file: PdfFile, dictionary: PdfDictionary): readonly string[] {
  const name = file.resolve(dictionary.entries.get('T'));
  return name.kind === 'string' ? [textOfString(name.bytes)] : [];
}
