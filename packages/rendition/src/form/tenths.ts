/** A measure in whole tenths as a Vietnamese reader writes it: 1125 → “112,5”. */
export function decimalComma(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${tenths % 10}`;
}
