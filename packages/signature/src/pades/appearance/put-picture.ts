import type { IncrementalUpdate } from '../../pdf/incremental-update.ts';
import {
  type PdfReference,
  type PdfTools,
  type PdfValue,
  pdfArray,
  pdfDictionary,
  pdfInteger,
  pdfName,
  pdfReference,
} from '../../pdf/index.ts';
import { latin1Text } from '../../pdf/text-bytes.ts';
import { valueText } from '../../pdf/value-writer.ts';
import type { Picture } from './picture.ts';

/** sRGB by its primaries, so that no profile of the document is needed. @spec IEC 61966-2-1, ISO 32000-1 8.6.5.3 */
const whitePoint = [0.9505, 1, 1.089];
const standardRgb: PdfValue = pdfArray([
  pdfName('CalRGB'),
  pdfDictionary({
    WhitePoint: numbers(whitePoint),
    Gamma: numbers([2.2, 2.2, 2.2]),
    Matrix: numbers([0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505]),
  }),
]);
const standardGray: PdfValue = pdfArray([
  pdfName('CalGray'),
  pdfDictionary({ WhitePoint: numbers(whitePoint), Gamma: { kind: 'number', value: 2.2, text: '2.2' } }),
]);

/** Writes the image and, where it is not opaque everywhere, its soft mask. @spec ISO 32000-1 8.9.5, 11.6.5.3 */
export function putPicture(update: IncrementalUpdate, picture: Picture, tools: PdfTools): PdfReference {
  const { width, height, colours, samples, opacity } = picture;
  const size = { width, height };
  const mask =
    opacity && putSamples(update, { ...size, colourSpace: pdfName('DeviceGray'), ...packed(opacity, tools) });
  const colourSpace = colours === 'rgb' ? standardRgb : standardGray;
  const content = samples.kind === 'jpeg' ? { data: samples.data, filter: 'DCTDecode' } : packed(samples.data, tools);
  return putSamples(update, { ...size, colourSpace, ...content, ...(mask && { mask }) });
}

interface Samples {
  readonly width: number;
  readonly height: number;
  readonly colourSpace: PdfValue;
  readonly data: Uint8Array;
  readonly filter?: string;
  readonly mask?: PdfReference;
}

function putSamples(update: IncrementalUpdate, samples: Samples): PdfReference {
  const { width, height, colourSpace, data, filter, mask } = samples;
  const reference = pdfReference(update.reserve());
  const dictionary = pdfDictionary({
    Type: pdfName('XObject'),
    Subtype: pdfName('Image'),
    Width: pdfInteger(width),
    Height: pdfInteger(height),
    ColorSpace: colourSpace,
    BitsPerComponent: pdfInteger(8),
    Filter: filter === undefined ? undefined : pdfName(filter),
    SMask: mask,
    Length: pdfInteger(data.length),
  });
  update.put({ number: reference.number, text: `${valueText(dictionary)}\nstream\n${latin1Text(data)}\nendstream` });
  return reference;
}

function packed(data: Uint8Array, { deflate }: PdfTools): { data: Uint8Array; filter?: string } {
  return deflate === undefined ? { data } : { data: deflate(data), filter: 'FlateDecode' };
}

function numbers(values: readonly number[]): PdfValue {
  return pdfArray(values.map((value) => ({ kind: 'number', value, text: String(value) })));
}
