/** Tenths as a reader writes them: 80 → "8", 85 → "8,5", −10 → "-1". Also for what is no lawful score. */
export function tenthsLabel(tenths: number): string {
  return String(tenths / 10).replace('.', ',');
}
