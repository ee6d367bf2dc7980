import type { PdfDictionary, PdfValue } from './pdf-value.ts';
import { sameBytes } from './text-bytes.ts';

/** Whether two values say the same, wherever they stand in their files; references are compared, not followed. */
export function sameValue(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  switch (a.kind) {
    case 'null':
      return b.kind === 'null';
    case 'boolean':
      return b.kind === 'boolean' && a.value === b.value;
    case 'number':
      return b.kind === 'number' && a.value === b.value;
    case 'name':
      return b.kind === 'name' && a.name === b.name;
    case 'string':
      return b.kind === 'string' && sameBytes(a.bytes, b.bytes);
    case 'reference':
      return b.kind === 'reference' && a.number === b.number && a.generation === b.generation;
    case 'array':
      return b.kind === 'array' && a.items.length === b.items.length && startsWith(b.items, a.items);
    case 'dictionary':
      return b.kind === 'dictionary' && differingKeys(a, b).length === 0;
    case 'stream':
      return b.kind === 'stream' && sameValue(a.dictionary, b.dictionary) && sameBytes(a.encoded, b.encoded);
  }
}

/** Whether a list begins with all of another, in its order. */
export function startsWith(list: readonly PdfValue[], beginning: readonly PdfValue[]): boolean {
  return beginning.every((value, at) => sameValue(value, list[at]));
}

/** Keys set, removed or changed. */
export function differingKeys(before: PdfDictionary, after: PdfDictionary): readonly string[] {
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()]);
  return [...keys].filter((key) => !sameValue(before.entries.get(key), after.entries.get(key)));
}
