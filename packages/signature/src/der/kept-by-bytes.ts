import { equalBytes } from './writer.ts';

/** Of one kind of object, so that a folder of huge lists does not fill the memory. */
const mostKeptBytes = 32 * 1024 * 1024;

interface Kept<T> {
  readonly der: Uint8Array;
  readonly parsed: T;
}

/**
 * A parser that gives the same object for the same bytes, as long as it keeps it. Thousands of signatures share a few
 * authorities, lists and answers: each is read once, and what is found about the object can be kept with it.
 */
export function keptByBytes<T>(parse: (der: Uint8Array) => T, mostKept: number): (der: Uint8Array) => T {
  const kept = new Map<number, Kept<T>>();
  let keptBytes = 0;
  return (der) => {
    const place = placeFor(der);
    const before = kept.get(place);
    if (before !== undefined && equalBytes(before.der, der)) return before.parsed;
    const own = der.slice();
    const parsed = parse(own);
    if (kept.size >= mostKept || keptBytes + own.length > mostKeptBytes) {
      kept.clear();
      keptBytes = 0;
    }
    if (own.length > mostKeptBytes) return parsed;
    kept.set(place, { der: own, parsed });
    keptBytes += own.length;
    return parsed;
  };
}

const sampled = 64;
const wholeTail = 16;

/** A number from some of the bytes, where signed objects differ. Two of the same place only push each other out. */
function placeFor(bytes: Uint8Array): number {
  const { length } = bytes;
  let place = length;
  const mix = (at: number) => {
    place = Math.imul(place ^ (bytes[at] ?? 0), 0x01000193);
  };
  for (let at = Math.max(0, length - wholeTail); at < length; at += 1) mix(at);
  const step = Math.max(1, Math.floor(length / sampled));
  for (let at = 0; at < length; at += step) mix(at);
  return place;
}
