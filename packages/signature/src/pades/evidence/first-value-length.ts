import { malformed } from '../../der/reader.ts';

/** CMS has about a dozen levels. */
const deepest = 64;

/**
 * How many bytes the first BER value of the input takes: a hole holds it and then padding, and many programs write its
 * length as indefinite, though PDF asks for DER. Throws `der-malformed`. @spec X.690 8.1.3
 */
export function firstValueLength(bytes: Uint8Array): number {
  const end = endOfValue(bytes, 0, 0);
  if (end > bytes.length) throw malformed('cut off');
  return end;
}

function endOfValue(bytes: Uint8Array, start: number, depth: number): number {
  const first = bytes[start];
  const lengthByte = bytes[start + 1];
  if (first === undefined || lengthByte === undefined || depth > deepest) throw malformed('cut off or too deep');
  if (lengthByte !== 0x80) return start + definiteLength(bytes, start + 1, lengthByte);
  if ((first & 0x20) === 0) throw malformed('simple value without a length');
  let at = start + 2;
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) at = endOfValue(bytes, at, depth + 1);
  return at + 2;
}

/** Of the whole value: tag, length and content. */
function definiteLength(bytes: Uint8Array, at: number, first: number): number {
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count > 4) throw malformed('oversized length');
  return bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0) + 2 + count;
}
