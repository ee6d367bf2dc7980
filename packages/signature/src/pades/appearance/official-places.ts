/** Left, bottom, right, top in points. */
export type Rectangle = readonly [number, number, number, number];

/** The largest place of an image's proportions in the middle of a rectangle. */
export function fittedInside(
  [left, bottom, right, top]: Rectangle,
  { width, height }: { width: number; height: number },
): Rectangle {
  const scale = Math.min((right - left) / width, (top - bottom) / height);
  const [half, tall] = [(width * scale) / 2, (height * scale) / 2];
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return [x - half, y - tall, x + half, y + tall];
}

/** Millimetres in a point of 1/72 inch. */
const pointsOfMillimetre = 72 / 25.4;

/**
 * Where the organisation's seal stands: as large as the real one, over the left third of the person's signature.
 * @law NĐ30/2020 PL I
 */
export function sealPlace([left, bottom, right, top]: Rectangle, sealMillimetres: number): Rectangle {
  const size = sealMillimetres * pointsOfMillimetre;
  const sealRight = left + (right - left) / 3;
  const middle = (bottom + top) / 2;
  return [sealRight - size, middle - size / 2, sealRight, middle + size / 2];
}
