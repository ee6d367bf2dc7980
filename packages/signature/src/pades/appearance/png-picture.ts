import { SignatureError } from '../../errors.ts';
import type { PdfTools } from '../../pdf/index.ts';
import { undoPngPredictor } from '../../pdf/png-predictor.ts';
import { concatBytes, latin1Text } from '../../pdf/text-bytes.ts';
import { mostPixels, type Picture } from './picture.ts';

interface Header {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: number;
  readonly colourType: number;
}

/** Samples a pixel by colour type: gray, RGB, palette, gray and opacity, RGB and opacity. @spec PNG 11.2.2 */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function readPng(bytes: Uint8Array, tools: PdfTools): Picture {
  const chunks = readChunks(bytes);
  const header = readHeader(chunks.get('IHDR') ?? new Uint8Array());
  const channels = channelsOf[header.colourType] ?? 0;
  const rowBytes = Math.ceil((header.width * channels * header.depth) / 8);
  const filtered = inflate(chunks.get('IDAT') ?? new Uint8Array(), (rowBytes + 1) * header.height, tools);
  const rows = undoPngPredictor(filtered, rowBytes, Math.max(1, (channels * header.depth) >> 3));
  if (header.colourType === 3) return fromPalette(header, rows, chunks);
  return fromChannels(header, rows, channels);
}

function readHeader(data: Uint8Array): Header {
  if (data.length !== 13) throw malformed('no PNG');
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colourType = 0, , , interlace] = data.subarray(8);
  const depthRight = depth === 8 || (colourType === 3 && [1, 2, 4].includes(depth));
  if (channelsOf[colourType] === undefined || !depthRight || interlace !== 0) throw malformed('PNG of another kind');
  if (width * height > mostPixels) throw malformed('PNG too large');
  return { width, height, depth, colourType };
}

/** Chunks of one name joined; their checksums are left to the inflater's own. */
function readChunks(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (latin1Text(bytes.subarray(0, 8)) !== '\x89PNG\r\n\x1a\n') throw malformed('no PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) throw malformed('PNG cut off');
    const name = latin1Text(bytes.subarray(at + 4, at + 8));
    const known = parts.get(name) ?? [];
    known.push(bytes.subarray(at + 8, at + 8 + length));
    parts.set(name, known);
    at += 12 + length;
  }
  return new Map([...parts].map(([name, pieces]) => [name, concatBytes(...pieces)]));
}

function inflate(deflated: Uint8Array, expected: number, tools: PdfTools): Uint8Array {
  try {
    const data = tools.inflate(deflated, expected);
    if (data.length === expected) return data;
  } catch {
    // Said below: why an image cannot be used is of no interest to the signatory.
  }
  throw malformed('PNG damaged');
}

function fromChannels({ width, height }: Header, rows: Uint8Array, channels: number): Picture {
  const colours = channels < 3 ? 1 : 3;
  const picture = { width, height, colours: colours === 1 ? 'gray' : 'rgb' } as const;
  if (channels === colours) return { ...picture, samples: { kind: 'plain', data: rows } };
  const data = new Uint8Array(width * height * colours);
  const opacity = new Uint8Array(width * height);
  for (let pixel = 0; pixel < opacity.length; pixel += 1) {
    data.set(rows.subarray(pixel * channels, pixel * channels + colours), pixel * colours);
    opacity[pixel] = rows[pixel * channels + colours] ?? 0;
  }
  return { ...picture, samples: { kind: 'plain', data }, opacity };
}

function fromPalette(
  { width, height, depth }: Header,
  rows: Uint8Array,
  chunks: ReadonlyMap<string, Uint8Array>,
): Picture {
  const palette = chunks.get('PLTE') ?? new Uint8Array();
  const alphas = chunks.get('tRNS');
  const data = new Uint8Array(width * height * 3);
  const opacity = new Uint8Array(width * height).fill(255);
  const rowBytes = Math.ceil((width * depth) / 8);
  for (let pixel = 0; pixel < opacity.length; pixel += 1) {
    const column = pixel % width;
    const byte = rows[Math.floor(pixel / width) * rowBytes + ((column * depth) >> 3)] ?? 0;
    const index = (byte >> (8 - depth - ((column * depth) & 7))) & ((1 << depth) - 1);
    data.set(palette.subarray(index * 3, index * 3 + 3), pixel * 3);
    opacity[pixel] = alphas?.[index] ?? 255;
  }
  const samples = { kind: 'plain', data } as const;
  return { width, height, colours: 'rgb', samples, ...(alphas !== undefined && { opacity }) };
}

function malformed(detail: string): SignatureError {
  return new SignatureError('pades-malformed', detail);
}
