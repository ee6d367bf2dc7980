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
  const upper = text.some((byte) => byte >= 0x41 && byte <= 0x46);
  const lower = text.some((byte) => byte >= 0x61 && byte <= 0x66);
  const zerosAfter = contents.subarray(length).every((byte) => byte === 0);
  const onlyDigits = text.length === contents.length * 2 && text.every((byte) => hexDigit(byte) >= 0);
  if (!onlyDigits || (upper && lower) || !zerosAfter) {
    return padesFinding('contents-not-canonical', '/Contents holds more than the signature and zeros after it');
  }
  return contents.subarray(0, length);
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
