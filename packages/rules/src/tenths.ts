/** Labels of the lawful scores, 0 … 100 tenths: every reason names some. */
const lawful: readonly string[] = Array.from({ length: 101 }, (_, tenths) => written(tenths));

/** Tenths as a reader writes them: 80 → "8", 85 → "8,5", −10 → "-1". Also for what is no lawful score. */
export function tenthsLabel(tenths: number): string {
  return lawful[tenths] ?? written(tenths);
}

/** Always with its decimal, as averages and their thresholds are written: 80 → "8,0". */
export function averageLabel(tenths: number): string {
  const text = tenthsLabel(tenths);
  return text.includes(',') ? text : `${text},0`;
}

function written(tenths: number): string {
  return String(tenths / 10).replace('.', ',');
}

/** Thang điểm 10, to the tenth. */
export function isOnScale(tenths: number): boolean {
  return Number.isInteger(tenths) && tenths >= 0 && tenths <= 100;
}
