import { SignatureError } from '../errors.ts';

/** Rows of `columns` bytes, `pixelBytes` of them a pixel: one in cross-reference and object streams. @spec ISO 32000-1 7.4.4.4, PNG 9.2 */
export function undoPngPredictor(data: Uint8Array, columns: number, pixelBytes = 1): Uint8Array {
  const rowLength = columns + 1;
  if (!Number.isInteger(columns) || columns < 1 || data.length % rowLength !== 0) {
    throw new SignatureError('pdf-malformed', 'predictor rows do not fill the stream');
  }
  const rows = data.length / rowLength;
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * rowLength] ?? 0;
    if (filter > 4) throw new SignatureError('pdf-malformed', `predictor row of type ${filter}`);
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column >= pixelBytes ? (plain[at - pixelBytes] ?? 0) : 0;
      const up = row > 0 ? (plain[at - columns] ?? 0) : 0;
      const upLeft = row > 0 && column >= pixelBytes ? (plain[at - columns - pixelBytes] ?? 0) : 0;
      plain[at] = (data[row * rowLength + 1 + column] ?? 0) + predicted(filter, { left, up, upLeft });
    }
  }
  return plain;
}

function predicted(filter: number, { left, up, upLeft }: { left: number; up: number; upLeft: number }): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const estimate = left + up - upLeft;
  const byLeft = Math.abs(estimate - left);
  const byUp = Math.abs(estimate - up);
  const byUpLeft = Math.abs(estimate - upLeft);
  if (byLeft <= byUp && byLeft <= byUpLeft) return left;
  return byUp <= byUpLeft ? up : upLeft;
}
