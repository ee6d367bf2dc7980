import { malformed } from './reader.ts';
import { tag } from './tags.ts';
import { der, joined } from './writer.ts';

/** CMS has about a dozen levels. */
const deepest = 64;
const indefinite = 0x80;
const constructedBit = 0x20;
const constructedOctetString = tag.octetString | constructedBit;

/**
 * One value that fills the input, in DER: definite and shortest lengths, octet strings in one piece. The contents of simple
 * values stay as they are, so that what was signed inside keeps its bytes. Throws `der-malformed`.
 */
export function derFromBer(bytes: Uint8Array): Uint8Array {
  const { der: converted, next } = readValue(bytes, { at: 0, depth: 0 });
  if (next !== bytes.length) throw malformed('bytes behind the end');
  return converted;
}

interface Converted {
  readonly der: Uint8Array;
  /** Without tag and length. */
  readonly content: Uint8Array;
  /** Where the next value begins. */
  readonly next: number;
}

function readValue(bytes: Uint8Array, { at, depth }: { at: number; depth: number }): Converted {
  const first = bytes[at];
  const lengthByte = bytes[at + 1];
  if (first === undefined || lengthByte === undefined || depth > deepest) throw malformed('cut off or too deep');
  if ((first & 0x1f) === 0x1f) throw malformed('tag above 30');
  const isConstructed = (first & constructedBit) !== 0;
  const { start, end } = lengthByte === indefinite ? { start: at + 2, end: undefined } : definiteRange(bytes, at + 1);
  if (!isConstructed) {
    if (end === undefined) throw malformed('simple value without a length');
    const content = bytes.subarray(start, end);
    return { der: der(first, content), content, next: end };
  }
  const { members, next } = readMembers(bytes, { start, end, depth });
  if (first === constructedOctetString) {
    const content = joined(members.map((member) => member.content));
    return { der: der(tag.octetString, content), content, next };
  }
  const content = joined(members.map((member) => member.der));
  return { der: der(first, content), content, next };
}

/** Up to the end told, or to the two zero bytes that stand for it. */
function readMembers(
  bytes: Uint8Array,
  { start, end, depth }: { start: number; end: number | undefined; depth: number },
): { members: readonly Converted[]; next: number } {
  const members: Converted[] = [];
  let at = start;
  while (end === undefined ? bytes[at] !== 0 || bytes[at + 1] !== 0 : at < end) {
    const member = readValue(bytes, { at, depth: depth + 1 });
    members.push(member);
    at = member.next;
  }
  if (end !== undefined && at !== end) throw malformed('a member reaches beyond the end');
  return { members, next: end ?? at + 2 };
}

function definiteRange(bytes: Uint8Array, at: number): { start: number; end: number } {
  const first = bytes[at] ?? 0;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4) throw malformed('oversized length');
  const length =
    count === 0 ? first : bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = at + 1 + count;
  if (start + length > bytes.length) throw malformed('cut off');
  return { start, end: start + length };
}
