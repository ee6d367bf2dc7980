import { type Contour, type OutlinePoint, TrueTypeFont } from './true-type-font.ts';

export interface TextBlock {
  /** A TrueType font, whole. */
  readonly font: Uint8Array;
  readonly lines: readonly string[];
  /** Points. */
  readonly size: number;
  /** Of the first line's beginning, from the appearance's lower left corner. */
  readonly left: number;
  readonly baseline: number;
  /** Red, green, blue from 0 to 1; black unless given. */
  readonly colour?: readonly [number, number, number];
}

/**
 * Lines of text as filled outlines, for `SignatureAppearance.drawing`: what is drawn so needs no font in the file, and no
 * font can change it. Throws `pades-malformed` for a character the font lacks.
 */
export function textOutlines({ font, lines, size, left, baseline, colour = [0, 0, 0] }: TextBlock): string {
  const reader = new TrueTypeFont(font);
  const scale = size / reader.unitsPerEm;
  const operators = lines.flatMap((line, row) => {
    let x = left;
    const y = baseline - row * size * 1.2;
    return [...line.normalize('NFC')].flatMap((character) => {
      const glyph = reader.glyph(character);
      const at: Placing = { x, y, scale };
      x += reader.advance(glyph) * scale;
      return reader.contours(glyph).map((contour) => contourOperators(contour, at));
    });
  });
  return `q ${colour.map(rounded).join(' ')} rg ${operators.join(' ')} f Q`;
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The quadratic curves of the font as the cubic ones of PDF. @spec ISO 32000-1 8.5.2.2 */
function contourOperators(contour: Contour, { x, y, scale }: Placing): string {
  const points = contour.flatMap((point, at) => withMiddle(point, contour[(at + 1) % contour.length]));
  const first = points.findIndex(({ onCurve }) => onCurve);
  const ordered = [...points.slice(first), ...points.slice(0, first + 1)];
  const place = (point: { x: number; y: number }) => `${rounded(x + point.x * scale)} ${rounded(y + point.y * scale)}`;
  const [start, ...rest] = ordered;
  if (start === undefined || first < 0) return '';
  const operators = [`${place(start)} m`];
  let from = start;
  for (let at = 0; at < rest.length; at += 1) {
    const point = rest[at] ?? start;
    const end = point.onCurve ? point : (rest[at + 1] ?? start);
    if (point.onCurve) operators.push(`${place(point)} l`);
    else {
      operators.push(`${place(twoThirds(from, point))} ${place(twoThirds(end, point))} ${place(end)} c`);
      at += 1;
    }
    from = end;
  }
  return [...operators, 'h'].join(' ');
}

function withMiddle(point: OutlinePoint, next: OutlinePoint | undefined): readonly OutlinePoint[] {
  if (next === undefined || point.onCurve || next.onCurve) return [point];
  return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, onCurve: true }];
}

function twoThirds(from: OutlinePoint, control: OutlinePoint): { x: number; y: number } {
  return { x: from.x + ((control.x - from.x) * 2) / 3, y: from.y + ((control.y - from.y) * 2) / 3 };
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
