import { SignatureError } from '../errors.ts';
import { defaultPdfLimits, type PdfLimits, type PdfTools } from './pdf-limits.ts';
import type { PdfDictionary, PdfStream, PdfValue } from './pdf-value.ts';
import { undoPngPredictor } from './png-predictor.ts';

/** To how many bytes one byte can inflate: what a damaged stream has cost at most. @spec RFC 1951 */
const mostDeflated = 1032;

/** Counts what a file inflates to over its whole reading, so that many small bombs cost no more than one. */
export class InflateBudget {
  private left: number;
  private readonly tools: PdfTools;
  private readonly limits: PdfLimits;

  constructor(tools: PdfTools, limits: PdfLimits = defaultPdfLimits) {
    this.tools = tools;
    this.limits = limits;
    this.left = limits.inflatedBytes;
  }

  inflate(deflated: Uint8Array): Uint8Array {
    const maximum = Math.min(this.left, this.limits.streamBytes);
    if (maximum <= 0) throw new SignatureError('pdf-too-large', 'streams inflate past the limit');
    const inflated = this.inflateWithin(deflated, maximum);
    if (inflated.length > maximum) throw new SignatureError('pdf-too-large', 'stream inflates past the limit');
    this.left -= inflated.length;
    return inflated;
  }

  private inflateWithin(deflated: Uint8Array, maximum: number): Uint8Array {
    try {
      return this.tools.inflate(deflated, maximum);
    } catch (cause) {
      this.left -= Math.min(maximum, deflated.length * mostDeflated);
      throw new SignatureError('pdf-stream-damaged', `stream cannot be inflated (${String(cause)})`);
    }
  }
}

/** The bytes a stream stands for: no filter, or FlateDecode once. Others (images) are `pdf-unsupported`. */
export function decodeStream(stream: PdfStream, budget: InflateBudget): Uint8Array {
  const filter = onlyItem(stream.dictionary.entries.get('Filter'));
  if (filter === undefined) return stream.encoded;
  if (filter.kind !== 'name' || filter.name !== 'FlateDecode') {
    throw new SignatureError('pdf-unsupported', 'stream filter other than FlateDecode');
  }
  const inflated = budget.inflate(stream.encoded);
  const parameters = onlyItem(stream.dictionary.entries.get('DecodeParms'));
  if (parameters === undefined || parameters.kind === 'null') return inflated;
  if (parameters.kind !== 'dictionary') throw new SignatureError('pdf-malformed', 'stream with odd /DecodeParms');
  return undoPredictor(inflated, parameters);
}

function onlyItem(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind !== 'array') return value;
  if (value.items.length > 1) throw new SignatureError('pdf-unsupported', 'stream with several filters');
  return value.items[0];
}

function undoPredictor(data: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const number = (key: string, missing: number): number => {
    const value = parameters.entries.get(key);
    return value?.kind === 'number' ? value.value : missing;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10 || number('BitsPerComponent', 8) !== 8 || number('Colors', 1) !== 1) {
    throw new SignatureError('pdf-unsupported', `stream predictor ${predictor}`);
  }
  return undoPngPredictor(data, number('Columns', 1));
}
