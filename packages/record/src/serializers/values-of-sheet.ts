import type { YearSheet } from '../year-sheet.ts';

/** Every value a sheet holds, by its path with list rows as `[]`, and how often: what a serializer must account for. */
export function valuesOfSheet(sheet: YearSheet): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  countValues(sheet, '', counted);
  return counted;
}

/** `null` and empty text are no values: there is nothing to lose. */
function countValues(value: unknown, path: string, counted: Map<string, number>): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value)) {
    for (const item of value) countValues(item, `${path}[]`, counted);
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) countValues(item, path === '' ? key : `${path}.${key}`, counted);
  } else counted.set(path, (counted.get(path) ?? 0) + 1);
}
