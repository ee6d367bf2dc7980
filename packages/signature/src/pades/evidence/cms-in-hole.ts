import { SignatureError } from '../../errors.ts';
import { hexDigit, isWhitespace } from '../../pdf/characters.ts';
import type { SignatureCoverage } from '../coverage.ts';
import { isZeroFrom } from '../hole-contents.ts';
import { type PadesFinding, padesFinding } from '../pades-finding.ts';
import { firstValueLength } from './first-value-length.ts';

/**
 * The CMS in the hole of any program's signature: hexadecimal digits of either case, blanks between them, zeros behind.
 * Programs of before PAdES also left other digits behind it; elsewhere, anything else in the one place no signature
 * covers is refused.
 */
export function cmsInHole(
  bytes: Uint8Array,
  coverage: SignatureCoverage,
  zerosBehind: boolean,
): Uint8Array | PadesFinding {
  const { contents, holeStart, holeEnd } = coverage;
  const length = lengthOf(contents);
  if (length === undefined || contents[0] !== 0x30) {
    return padesFinding('contents-malformed', '/Contents holds no whole DER value');
  }
  const text = bytes.subarray(holeStart + 1, holeEnd - 1);
  const zerosAfter = !zerosBehind || isZeroFrom(contents, length);
  if (!zerosAfter || !text.every((byte) => hexDigit(byte) >= 0 || isWhitespace(byte))) {
    return padesFinding('contents-not-canonical', '/Contents holds more than the signature and zeros after it');
  }
  return contents.subarray(0, length);
}

function lengthOf(contents: Uint8Array): number | undefined {
  try {
    return firstValueLength(contents);
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
