import { childrenOf, type DerValue, readDer } from '../der/reader.ts';
import { tag } from '../der/tags.ts';
import { SignatureError } from '../errors.ts';
import { hexDigit } from '../pdf/characters.ts';
import type { SignatureCoverage } from './coverage.ts';
import { type PadesFinding, padesFinding } from './pades-finding.ts';

/**
 * The CMS in a signature's hole. Nothing covers the hole itself, so it may hold only one writing: hexadecimal digits of
 * one case, the DER value, zeros up to the end.
 */
export function readHole(bytes: Uint8Array, coverage: SignatureCoverage): Uint8Array | PadesFinding {
  const { contents, holeStart, holeEnd } = coverage;
  const length = derLength(contents);
  if (length === undefined || length > contents.length) {
    return padesFinding('contents-malformed', '/Contents holds no whole DER value');
  }
  const text = bytes.subarray(holeStart + 1, holeEnd - 1);
  if (text.length !== contents.length * 2 || !isOfOneCase(text) || !isZeroFrom(contents, length)) {
    return padesFinding('contents-not-canonical', '/Contents holds more than the signature and zeros after it');
  }
  const value = contents.subarray(0, length);
  return isDer(value) ? value : padesFinding('cms-malformed', '/Contents is written in BER: the same in another way');
}

function derLength(bytes: Uint8Array): number | undefined {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return undefined;
  if (first < 0x80) return first + 2;
  const count = first - 0x80;
  if (count < 1 || count > 4) return undefined;
  let length = 0;
  for (let at = 0; at < count; at += 1) length = length * 256 + (bytes[2 + at] ?? 0);
  return length + 2 + count;
}

function isOfOneCase(text: Uint8Array): boolean {
  let [upper, lower] = [false, false];
  for (const byte of text) {
    if (hexDigit(byte) < 0) return false;
    upper ||= byte >= 0x41 && byte <= 0x46;
    lower ||= byte >= 0x61;
  }
  return !(upper && lower);
}

/** Whether nothing but padding follows. */
export function isZeroFrom(bytes: Uint8Array, start: number): boolean {
  for (let at = start; at < bytes.length; at += 1) if (bytes[at] !== 0) return false;
  return true;
}

/** Whether every length in it is the one DER allows; DER is what makes a signature one writing only. */
function isDer(value: Uint8Array): boolean {
  try {
    const waiting: DerValue[] = [readDer(value)];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.tag === constructedString) return false;
      if ((next.tag & constructedBit) !== 0) waiting.push(...childrenOf(next, next.tag));
    }
    return true;
  } catch (error) {
    if (error instanceof SignatureError) return false;
    throw error;
  }
}

const constructedBit = 0x20;
const constructedString = tag.octetString | constructedBit;
