import { SignatureError } from '../errors.ts';
import { isWhitespace } from './characters.ts';
import { pdfDictionary } from './pdf-value.ts';
import type { ReadingRules } from './reading-rules.ts';
import {
  type HybridHalf,
  piecesOf,
  sameEntry,
  unitedEntries,
  type XrefEntry,
  type XrefSection,
} from './xref-section.ts';
import { readXrefStreamObject } from './xref-stream.ts';

/**
 * Hybrid files have a table for old readers and a stream for newer ones. Refused as `pdf-hybrid` when the two say
 * different things of one object: then what one sees depends on the reader. @spec ISO 32000-1 7.5.8.4
 */
export function withHybridHalf(bytes: Uint8Array, table: XrefSection, rules: ReadingRules): XrefSection {
  const at = table.trailer.entries.get('XRefStm');
  if (table.flavour === 'stream' || at === undefined) return table;
  if (at.kind !== 'number' || !Number.isSafeInteger(at.value) || at.value < 0 || at.value >= table.start) {
    throw new SignatureError('pdf-hybrid', '/XRefStm leads nowhere');
  }
  return { ...table, hybridHalf: halfAt(bytes, at.value, rules) };
}

function halfAt(bytes: Uint8Array, start: number, rules: ReadingRules): HybridHalf {
  try {
    const { entries, end, streamNumber } = readXrefStreamObject(bytes, start, rules);
    return { entries, start, end, streamNumber };
  } catch (error) {
    if (error instanceof SignatureError && error.code === 'pdf-too-large') throw error;
    throw new SignatureError('pdf-hybrid', '/XRefStm leads to no cross-reference stream');
  }
}

/** Word processors write the hybrid half as a save of its own: an empty table whose stream stands before the table it completes. */
export function isSecondHalfOf(later: XrefSection, earlier: XrefSection): boolean {
  const { hybridHalf, entries } = later;
  return hybridHalf !== undefined && entries.size === 0 && hybridHalf.start < earlier.start;
}

/** Both as one section. Anything between them would belong to neither. */
export function joined(bytes: Uint8Array, earlier: XrefSection, later: XrefSection): XrefSection {
  if (!bytes.subarray(earlier.end, later.start).every(isWhitespace) || earlier.hybridHalf !== undefined) {
    throw new SignatureError('pdf-hybrid', 'a cross-reference stream in an earlier revision');
  }
  const { Prev: _, ...kept } = Object.fromEntries(later.trailer.entries);
  const trailer = pdfDictionary({ ...kept, Prev: earlier.trailer.entries.get('Prev') });
  return { ...later, entries: earlier.entries, trailer, pieces: [...piecesOf(earlier), ...piecesOf(later)] };
}

/** The section with what its stream adds; `start` is where its revision begins. */
export function completed(
  section: XrefSection,
  start: number,
  earlier: (objectNumber: number) => XrefEntry | undefined,
): XrefSection {
  const { hybridHalf: half } = section;
  if (half === undefined) return section;
  if (half.start >= start) {
    const entries = unitedEntries(section.entries, half.entries, 'pdf-hybrid');
    return { ...section, entries, pieces: [half, ...piecesOf(section)] };
  }
  // A trailer copied from an older save: harmless where the stream of old says nothing that is not so anyway.
  for (const [number, entry] of half.entries) {
    const isNew = section.entries.get(number)?.kind === 'at';
    if (number > 0 && !isNew && !sameEntry(entry, earlier(number))) {
      throw new SignatureError('pdf-hybrid', `object ${number} brought back from an older cross-reference`);
    }
  }
  return section;
}
