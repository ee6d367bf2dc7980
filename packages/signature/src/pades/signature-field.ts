import { SignatureError } from '../errors.ts';
import type { IncrementalUpdate } from '../pdf/incremental-update.ts';
import {
  type PdfFile,
  type PdfPage,
  type PdfReference,
  type PdfValue,
  pdfArray,
  pdfDictionary,
  pdfInteger,
  pdfName,
  pdfReference,
  pdfString,
  readPages,
  withEntries,
} from '../pdf/index.ts';
import { latin1Bytes, textStringBytes } from '../pdf/text-bytes.ts';
import { valueText } from '../pdf/value-writer.ts';

/** Where a signature shows itself. Its drawing uses path operators only: text needs a font of the document. */
export interface SignatureAppearance {
  /** From 1. */
  readonly page: number;
  /** Left, bottom, right, top in points. */
  readonly rectangle: readonly [number, number, number, number];
  /** Content stream operators; the origin is the rectangle's lower left corner. */
  readonly drawing: string;
}

export interface SignatureFieldInput {
  readonly fieldName: string;
  readonly label: string;
  readonly signatureNumber: number;
  readonly certify: boolean;
  readonly appearance?: SignatureAppearance;
}

/** Print and Locked; PDF/A asks for the first. @spec ISO 32000-1 12.5.3, ISO 19005-2 6.3.2 */
const widgetFlags = 4 + 128;
/** SignaturesExist and AppendOnly. @spec ISO 32000-1 12.7.2 */
const signatureFlags = 3;

/**
 * Puts the field (field and widget in one), and the form, page and catalog that lead to it. The form and the page's
 * annotations become objects of their own, so that a later signature rewrites only these two.
 */
export function putSignatureField(file: PdfFile, update: IncrementalUpdate, input: SignatureFieldInput): void {
  const page = pageOf(file, input.appearance);
  const field = pdfReference(update.reserve());
  const widget = pdfDictionary({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    T: pdfString(textStringBytes(input.fieldName)),
    TU: pdfString(textStringBytes(input.label)),
    Rect: pdfArray((input.appearance?.rectangle ?? [0, 0, 0, 0]).map(decimal)),
    F: pdfInteger(widgetFlags),
    P: page.reference,
    V: pdfReference(input.signatureNumber),
    AP: input.appearance && pdfDictionary({ N: pdfReference(putAppearance(update, input.appearance)) }),
  });
  update.put({ number: field.number, text: valueText(widget) });
  putAnnotations({ file, update, page, field });
  const form = putForm(file, update, field);
  const permissions = input.certify ? pdfDictionary({ DocMDP: pdfReference(input.signatureNumber) }) : undefined;
  if (form !== undefined || permissions !== undefined) {
    const catalog = withEntries(file.catalog, { AcroForm: form, Perms: permissions });
    update.put({ number: file.rootReference.number, text: valueText(catalog) });
  }
}

function pageOf(file: PdfFile, appearance: SignatureAppearance | undefined): PdfPage {
  const page = readPages(file)[(appearance?.page ?? 1) - 1];
  if (page === undefined) throw new SignatureError('pdf-malformed', `no page ${appearance?.page ?? 1}`);
  return page;
}

function putAppearance(update: IncrementalUpdate, { rectangle, drawing }: SignatureAppearance): number {
  const [left, bottom, right, top] = rectangle;
  const number = update.reserve();
  const dictionary = pdfDictionary({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: pdfArray([0, 0, right - left, top - bottom].map(decimal)),
    Resources: pdfDictionary({}),
    Length: pdfInteger(latin1Bytes(drawing).length),
  });
  update.put({ number, text: `${valueText(dictionary)}\nstream\n${drawing}\nendstream` });
  return number;
}

interface AnnotationsInput {
  readonly file: PdfFile;
  readonly update: IncrementalUpdate;
  readonly page: PdfPage;
  readonly field: PdfReference;
}

function putAnnotations({ file, update, page, field }: AnnotationsInput): void {
  const known = page.dictionary.entries.get('Annots');
  const text = valueText(pdfArray([...file.items(known), field]));
  if (known?.kind === 'reference') {
    update.put({ number: known.number, text });
    return;
  }
  const annotations = update.reserve();
  update.put({ number: annotations, text });
  const changed = withEntries(page.dictionary, { Annots: pdfReference(annotations) });
  update.put({ number: page.reference.number, text: valueText(changed) });
}

/** The reference the catalog must hold from now on; undefined where it holds it already. */
function putForm(file: PdfFile, update: IncrementalUpdate, field: PdfReference): PdfReference | undefined {
  const known = file.catalog.entries.get('AcroForm');
  const form = file.dictionary(known) ?? pdfDictionary({});
  const fields: PdfValue = pdfArray([...file.items(form.entries.get('Fields')), field]);
  const changed = withEntries(form, { Fields: fields, SigFlags: pdfInteger(signatureFlags) });
  const number = known?.kind === 'reference' ? known.number : update.reserve();
  update.put({ number, text: valueText(changed) });
  return known?.kind === 'reference' ? undefined : pdfReference(number);
}

function decimal(value: number): PdfValue {
  return { kind: 'number', value, text: String(Math.round(value * 1000) / 1000) };
}
