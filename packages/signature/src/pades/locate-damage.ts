import type { CryptoPort } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { readHexString } from '../pdf/string-reader.ts';
import { latin1Text } from '../pdf/text-bytes.ts';
import { changedRegions, type Region, regionMapMarks } from './region-map.ts';

/** What was hit, as far as the file still tells. */
export interface DamageReport {
  /** False for files without our region maps: nothing can be said then. */
  readonly mapped: boolean;
  /** Changed parts; empty with `mapped` when every mapped part is as signed (then a signature itself was hit, or nothing). */
  readonly regions: readonly Region[];
}

/**
 * Where a file was changed, by the region maps in its signatures. Works on files too broken to be read, because the maps
 * are looked for as text. It only helps to explain: whether a signature holds is decided by `checkPades`.
 */
export function locateDamage(bytes: Uint8Array, crypto: CryptoPort): DamageReport {
  const regions: Region[] = [];
  let mapped = false;
  for (const start of mapStarts(bytes)) {
    mapped = true;
    try {
      regions.push(...changedRegions(readHexString(bytes, start).value, bytes, crypto));
    } catch (error) {
      if (!(error instanceof SignatureError) && !(error instanceof RangeError)) throw error;
      regions.push({ kind: 'signature', page: 0, start, end: start + 1 });
    }
  }
  return { mapped, regions };
}

/** Each may make us digest the whole file once. */
const mostMaps = 8;

/** Positions of the `<` of every map, found by its key or by its first bytes, whichever survived. */
function mapStarts(bytes: Uint8Array): readonly number[] {
  const text = latin1Text(bytes);
  const starts = new Set<number>();
  for (const mark of regionMapMarks) {
    for (let at = text.indexOf(mark); at >= 0 && starts.size < mostMaps; at = text.indexOf(mark, at + 1)) {
      starts.add(text.indexOf('<', at));
    }
  }
  return [...starts];
}
