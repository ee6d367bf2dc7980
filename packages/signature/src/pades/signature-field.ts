import { SignatureError } from '../errors.ts';
import type { IncrementalUpdate } from '../pdf/incremental-update.ts';
import {
  type PdfDictionary,
  type PdfField,
  type PdfFile,
  type PdfPage,
  type PdfReference,
  type PdfTools,
  type PdfValue,
  pdfArray,
  pdfDictionary,
  pdfInteger,
  pdfName,
  pdfReference,
  pdfString,
  readFields,
  readPages,
  withEntries,
} from '../pdf/index.ts';
import { textStringBytes } from '../pdf/text-bytes.ts';
import { valueText } from '../pdf/value-writer.ts';
import type { Rectangle } from './appearance/official-places.ts';
import { putAppearance, type SignatureDrawing } from './appearance/put-appearance.ts';

/** Where a signature shows itself, and what. */
export interface SignatureAppearance extends SignatureDrawing {
  /** From 1. */
  readonly page: number;
}

/** A place kept for a signature that comes later: afterwards no other can show itself in a certified file. */
export interface ReservedField {
  readonly fieldName: string;
  readonly label: string;
  /** From 1. */
  readonly page: number;
  readonly rectangle: Rectangle;
}

export interface SignatureFieldInput {
  readonly fieldName: string;
  readonly label: string;
  readonly signatureNumber: number;
  readonly certify: boolean;
  readonly appearance?: SignatureAppearance;
  readonly reserved?: readonly ReservedField[];
  readonly tools: PdfTools;
}

/** Print and Locked; PDF/A asks for the first. @spec ISO 32000-1 12.5.3, ISO 19005-2 6.3.2 */
const widgetFlags = 4 + 128;
/** SignaturesExist and AppendOnly. @spec ISO 32000-1 12.7.2 */
const signatureFlags = 3;

/**
 * Puts the field (field and widget in one), and the form, page and catalog that lead to it; a field reserved before is
 * filled. The form and the page's annotations become objects of their own, so that a later signature rewrites only these
 * two.
 */
export function putSignatureField(file: PdfFile, update: IncrementalUpdate, input: SignatureFieldInput): void {
  const { reserved = [], appearance, fieldName, label } = input;
  const known = readFields(file).find(({ name }) => name === fieldName);
  if (known !== undefined) {
    fillReserved({ file, update, input }, known);
    return;
  }
  const place = { fieldName, label, page: appearance?.page ?? 1, rectangle: appearance?.rectangle ?? noPlace };
  const added = [place, ...reserved].map((one) => ({ ...one, field: pdfReference(update.reserve()) }));
  for (const { field, ...one } of added) {
    const isSigned = one.fieldName === fieldName;
    const drawing = isSigned ? appearance : emptyDrawing(one.rectangle);
    const signature = isSigned ? { V: pdfReference(input.signatureNumber) } : {};
    const shown = drawing && pdfDictionary({ N: putAppearance(update, drawing, input.tools) });
    const widget = widgetOf(one, pageOf(file, one.page).reference);
    update.put({ number: field.number, text: valueText(withEntries(widget, { ...signature, AP: shown })) });
  }
  putAnnotations({ file, update, added });
  const form = putForm(
    file,
    update,
    added.map(({ field }) => field),
  );
  putCatalog({ file, update, input }, form);
}

const noPlace: Rectangle = [0, 0, 0, 0];

function emptyDrawing(rectangle: Rectangle): SignatureDrawing {
  return { rectangle, drawing: '' };
}

function widgetOf({ fieldName, label, rectangle }: ReservedField, page: PdfReference): PdfDictionary {
  return pdfDictionary({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    T: pdfString(textStringBytes(fieldName)),
    TU: pdfString(textStringBytes(label)),
    Rect: pdfArray(rectangle.map(decimal)),
    F: pdfInteger(widgetFlags),
    P: page,
  });
}

interface FieldWriting {
  readonly file: PdfFile;
  readonly update: IncrementalUpdate;
  readonly input: SignatureFieldInput;
}

/** The place is the reserved one, whatever the appearance says of its own. */
function fillReserved({ file, update, input }: FieldWriting, { reference, dictionary }: PdfField): void {
  const { appearance, signatureNumber, tools } = input;
  const shown = appearance && pdfDictionary({ N: putAppearance(update, appearance, tools) });
  const filled = withEntries(dictionary, { V: pdfReference(signatureNumber), AP: shown });
  update.put({ number: reference.number, text: valueText(filled) });
  putCatalog({ file, update, input }, undefined);
}

function putCatalog({ file, update, input }: FieldWriting, form: PdfReference | undefined): void {
  const permissions = input.certify ? pdfDictionary({ DocMDP: pdfReference(input.signatureNumber) }) : undefined;
  if (form === undefined && permissions === undefined) return;
  const catalog = withEntries(file.catalog, { AcroForm: form, Perms: permissions });
  update.put({ number: file.rootReference.number, text: valueText(catalog) });
}

function pageOf(file: PdfFile, number: number): PdfPage {
  const page = readPages(file)[number - 1];
  if (page === undefined) throw new SignatureError('pdf-malformed', `no page ${number}`);
  return page;
}

interface AnnotationsInput {
  readonly file: PdfFile;
  readonly update: IncrementalUpdate;
  readonly added: readonly (ReservedField & { readonly field: PdfReference })[];
}

function putAnnotations({ file, update, added }: AnnotationsInput): void {
  for (const number of new Set(added.map(({ page }) => page))) {
    const page = pageOf(file, number);
    const fields = added.filter((one) => one.page === number).map(({ field }) => field);
    const known = page.dictionary.entries.get('Annots');
    const text = valueText(pdfArray([...file.items(known), ...fields]));
    if (known?.kind === 'reference') {
      update.put({ number: known.number, text });
      continue;
    }
    const annotations = update.reserve();
    update.put({ number: annotations, text });
    const changed = withEntries(page.dictionary, { Annots: pdfReference(annotations) });
    update.put({ number: page.reference.number, text: valueText(changed) });
  }
}

/** The reference the catalog must hold from now on; undefined where it holds it already. */
function putForm(file: PdfFile, update: IncrementalUpdate, added: readonly PdfReference[]): PdfReference | undefined {
  const known = file.catalog.entries.get('AcroForm');
  const form = file.dictionary(known) ?? pdfDictionary({});
  const fields: PdfValue = pdfArray([...file.items(form.entries.get('Fields')), ...added]);
  const changed = withEntries(form, { Fields: fields, SigFlags: pdfInteger(signatureFlags) });
  const number = known?.kind === 'reference' ? known.number : update.reserve();
  update.put({ number, text: valueText(changed) });
  return known?.kind === 'reference' ? undefined : pdfReference(number);
}

function decimal(value: number): PdfValue {
  return { kind: 'number', value, text: String(Math.round(value * 1000) / 1000) };
}
