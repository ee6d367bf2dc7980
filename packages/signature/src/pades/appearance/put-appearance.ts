import type { IncrementalUpdate } from '../../pdf/incremental-update.ts';
import {
  type PdfReference,
  type PdfTools,
  pdfArray,
  pdfDictionary,
  pdfInteger,
  pdfName,
  pdfReference,
} from '../../pdf/index.ts';
import { valueText } from '../../pdf/value-writer.ts';
import { fittedInside, type Rectangle } from './official-places.ts';
import { putPicture } from './put-picture.ts';
import { readPicture } from './read-picture.ts';

/** What a signature shows: an image, lines, or both. */
export interface SignatureDrawing {
  /** Left, bottom, right, top in points. */
  readonly rectangle: Rectangle;
  /** PNG or JPEG, drawn as large as the rectangle allows, in its middle. */
  readonly image?: Uint8Array;
  /** Content stream operators over the image; the origin is the rectangle's lower left corner. Paths only, no text. */
  readonly drawing?: string;
}

/** The form XObject; whatever is drawn, nothing shows outside the rectangle. @spec ISO 32000-1 12.5.5 */
export function putAppearance(update: IncrementalUpdate, shown: SignatureDrawing, tools: PdfTools): PdfReference {
  const { rectangle, image, drawing = '' } = shown;
  const [left, bottom, right, top] = rectangle;
  const box: Rectangle = [0, 0, right - left, top - bottom];
  const picture = image && readPicture(image, tools);
  const placed = picture && putPicture(update, picture, tools);
  const operators = [picture === undefined ? '' : imageOperators(fittedInside(box, picture)), drawing].filter(Boolean);
  const content = operators.join('\n');
  const reference = pdfReference(update.reserve());
  const dictionary = pdfDictionary({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: pdfArray(box.map((value) => ({ kind: 'number', value, text: rounded(value) }))),
    Resources: pdfDictionary({ XObject: placed && pdfDictionary({ Image: placed }) }),
    Length: pdfInteger(content.length),
  });
  update.put({ number: reference.number, text: `${valueText(dictionary)}\nstream\n${content}\nendstream` });
  return reference;
}

function imageOperators([left, bottom, right, top]: Rectangle): string {
  return `q ${[right - left, 0, 0, top - bottom, left, bottom].map(rounded).join(' ')} cm /Image Do Q`;
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
