import { malformed } from '../../der/reader.ts';
import { tag } from '../../der/tags.ts';
import { der } from '../../der/writer.ts';

/**
 * The first value of the input with every indefinite length made definite and every string in pieces made whole; where
 * there is neither, the bytes as they are. Many programs write their CMS so, though PDF asks for DER. `length` is what was
 * read of the input. Throws `der-malformed`. @spec X.690 8.1.3.6, 8.7.3
 */
export function definiteDer(bytes: Uint8Array): { readonly der: Uint8Array; readonly length: number } {
  const { value, end } = readAt(bytes, 0, 0);
  return { der: value, length: end };
}

const deepest = 64;

interface ReadValue {
  readonly value: Uint8Array;
  readonly end: number;
  /** Whether `value` is not a piece of the input. */
  readonly changed: boolean;
}

function readAt(bytes: Uint8Array, start: number, depth: number): ReadValue {
  if (depth > deepest) throw malformed('nested too deep');
  const first = bytes[start];
  const { headerLength, length } = headerAt(bytes, start);
  if (first === undefined) throw malformed('cut off');
  const contentStart = start + headerLength;
  const constructed = (first & 0x20) !== 0;
  if (length === undefined && !constructed) throw malformed('indefinite length of a simple value');
  const end = length === undefined ? undefined : contentStart + length;
  if (end !== undefined && end > bytes.length) throw malformed('cut off');
  if (!constructed) return { value: bytes.subarray(start, end), end: end ?? start, changed: false };
  const { parts, after } = partsAt(bytes, { contentStart, end, depth });
  const isString = first === (tag.octetString | 0x20);
  if (!isString && length !== undefined && !parts.some(({ changed }) => changed)) {
    return { value: bytes.subarray(start, after), end: after, changed: false };
  }
  const value = isString
    ? der(tag.octetString, ...parts.map((part) => part.value.subarray(headerAt(part.value, 0).headerLength)))
    : der(first, ...parts.map((part) => part.value));
  return { value, end: after, changed: true };
}

function partsAt(
  bytes: Uint8Array,
  { contentStart, end, depth }: { contentStart: number; end: number | undefined; depth: number },
): { readonly parts: readonly ReadValue[]; readonly after: number } {
  const parts: ReadValue[] = [];
  let at = contentStart;
  while (end === undefined ? bytes[at] !== 0 || bytes[at + 1] !== 0 : at < end) {
    if (at >= bytes.length) throw malformed('cut off');
    const part = readAt(bytes, at, depth + 1);
    parts.push(part);
    at = part.end;
  }
  if (end !== undefined && at !== end) throw malformed('longer than what it stands in');
  return { parts, after: end ?? at + 2 };
}

/** The length is undefined where it is indefinite. */
function headerAt(bytes: Uint8Array, start: number): { headerLength: number; length: number | undefined } {
  const first = bytes[start + 1];
  if (first === undefined || ((bytes[start] ?? 0) & 0x1f) === 0x1f) throw malformed('cut off');
  if (first < 0x80) return { headerLength: 2, length: first };
  const count = first & 0x7f;
  if (count === 0) return { headerLength: 2, length: undefined };
  if (count > 4) throw malformed('oversized length');
  let length = 0;
  for (let at = 1; at <= count; at += 1) length = length * 256 + (bytes[start + 1 + at] ?? 0);
  return { headerLength: 2 + count, length };
}
