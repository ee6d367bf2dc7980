import { SignatureError } from '../../errors.ts';
import { latin1Text } from '../../pdf/text-bytes.ts';

/** A point of an outline in units of the font; two off the curve in a row have one on it between them. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

export type Contour = readonly OutlinePoint[];

/** As much of a TrueType font as drawing its letters as lines takes. @spec ISO/IEC 14496-22 5.2, 5.3.3 */
export class TrueTypeFont {
  readonly unitsPerEm: number;
  private readonly view: DataView;
  private readonly tables: ReadonlyMap<string, number>;
  private readonly glyphOfCode: ReadonlyMap<number, number>;

  /** Throws `pades-malformed` for a font of another kind: collections, outlines of PostScript. */
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.tables = within(() => readDirectory(this.view, bytes));
    this.unitsPerEm = within(() => this.view.getUint16(this.table('head') + 18)) || 1;
    this.glyphOfCode = within(() => readCodes(this.view, this.table('cmap')));
  }

  /** Number of the glyph. Throws `pades-malformed` for a character the font lacks. */
  glyph(character: string): number {
    const glyph = this.glyphOfCode.get(character.codePointAt(0) ?? 0);
    if (glyph === undefined || glyph === 0) throw new SignatureError('pades-malformed', `font without “${character}”`);
    return glyph;
  }

  advance(glyph: number): number {
    return within(() => {
      const counted = this.view.getUint16(this.table('hhea') + 34);
      return this.view.getUint16(this.table('hmtx') + Math.min(glyph, counted - 1) * 4);
    });
  }

  contours(glyph: number): readonly Contour[] {
    return within(() => this.contoursAt(glyph, 0));
  }

  private table(name: string): number {
    const offset = this.tables.get(name);
    if (offset === undefined) throw new SignatureError('pades-malformed', `font without table ${name}`);
    return offset;
  }

  private contoursAt(glyph: number, depth: number): readonly Contour[] {
    const long = this.view.getInt16(this.table('head') + 50) === 1;
    const place = (index: number) =>
      long
        ? this.view.getUint32(this.table('loca') + index * 4)
        : this.view.getUint16(this.table('loca') + index * 2) * 2;
    const start = this.table('glyf') + place(glyph);
    if (place(glyph + 1) === place(glyph)) return [];
    const count = this.view.getInt16(start);
    return count >= 0 ? readSimple(this.view, start, count) : this.readComposite(start + 10, depth);
  }

  /** Letters with marks: each part moved, none of them scaled in the fonts this is for. */
  private readComposite(start: number, depth: number): readonly Contour[] {
    if (depth > 4) throw new SignatureError('pades-malformed', 'glyph of glyphs without an end');
    const contours: Contour[] = [];
    let at = start;
    for (let flags = 0x20; (flags & 0x20) !== 0 && contours.length < 500; ) {
      flags = this.view.getUint16(at);
      if ((flags & 0xc8) !== 0 || (flags & 2) === 0)
        throw new SignatureError('pades-malformed', 'glyph with a scaled part');
      const wide = (flags & 1) !== 0;
      const dx = wide ? this.view.getInt16(at + 4) : this.view.getInt8(at + 4);
      const dy = wide ? this.view.getInt16(at + 6) : this.view.getInt8(at + 5);
      const part = this.contoursAt(this.view.getUint16(at + 2), depth + 1);
      contours.push(...part.map((contour) => contour.map(({ x, y, onCurve }) => ({ x: x + dx, y: y + dy, onCurve }))));
      at += wide ? 8 : 6;
    }
    return contours;
  }
}

function readDirectory(view: DataView, bytes: Uint8Array): ReadonlyMap<string, number> {
  if (view.getUint32(0) !== 0x00010000) throw new SignatureError('pades-malformed', 'no TrueType font');
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    tables.set(latin1Text(bytes.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  return tables;
}

/** The Unicode subtable of format 4: everything Vietnamese needs. @spec ISO/IEC 14496-22 5.2.1 */
function readCodes(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let record = cmap + 4; record < cmap + 4 + view.getUint16(cmap + 2) * 8; record += 8) {
    const table = cmap + view.getUint32(record + 4);
    if (view.getUint16(table) !== 4 || view.getUint16(record) !== 3) continue;
    const length = view.getUint16(table + 6);
    for (let at = 0; at < length; at += 2) readSegment(view, { ends: table + 14, length, at }, glyphs);
  }
  return glyphs;
}

interface Segment {
  readonly ends: number;
  /** Bytes of each of the four lists. */
  readonly length: number;
  readonly at: number;
}

function readSegment(view: DataView, { ends, length, at }: Segment, glyphs: Map<number, number>): void {
  const last = view.getUint16(ends + at);
  const first = view.getUint16(ends + length + 2 + at);
  const delta = view.getInt16(ends + 2 * length + 2 + at);
  const rangeAt = ends + 3 * length + 2 + at;
  const range = view.getUint16(rangeAt);
  for (let code = first; code <= last && code < 0xffff; code += 1) {
    const listed = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2);
    glyphs.set(code, listed === 0 ? 0 : (listed + delta) & 0xffff);
  }
}

/** @spec ISO/IEC 14496-22 5.3.3.1.1 */
function readSimple(view: DataView, start: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, at) => view.getUint16(start + 10 + at * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = start + 10 + count * 2;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = view.getUint8(at);
    const times = (flag & 8) === 0 ? 1 : view.getUint8(at + 1) + 1;
    for (let repeat = 0; repeat < times; repeat += 1) flags.push(flag);
    at += (flag & 8) === 0 ? 1 : 2;
  }
  const across = readCoordinates(view, at, { flags, short: 2, same: 16 });
  const up = readCoordinates(view, across.end, { flags, short: 4, same: 32 });
  const points = flags.slice(0, total).map((flag, index) => {
    return { x: across.values[index] ?? 0, y: up.values[index] ?? 0, onCurve: (flag & 1) !== 0 };
  });
  return ends.map((end, contour) => points.slice((ends[contour - 1] ?? -1) + 1, end + 1));
}

function readCoordinates(
  view: DataView,
  start: number,
  { flags, short, same }: { flags: readonly number[]; short: number; same: number },
): { values: readonly number[]; end: number } {
  const values: number[] = [];
  let at = start;
  let value = 0;
  for (const flag of flags) {
    if ((flag & short) !== 0) {
      value += (flag & same) === 0 ? -view.getUint8(at) : view.getUint8(at);
      at += 1;
    } else if ((flag & same) === 0) {
      value += view.getInt16(at);
      at += 2;
    }
    values.push(value);
  }
  return { values, end: at };
}

function within<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new SignatureError('pades-malformed', 'font cut off');
    throw error;
  }
}
