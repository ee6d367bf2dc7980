import { hexDigit, isWhitespace } from '../../pdf/characters.ts';
import type { SignatureCoverage } from '../coverage.ts';
import { derLength } from '../hole-contents.ts';
import { type PadesFinding, padesFinding } from '../pades-finding.ts';

/**
 * The CMS in the hole of any program's signature: hexadecimal digits of either case, blanks between them, zeros behind.
 * Anything else in the one place no signature covers is refused.
 */
export function cmsInHole(bytes: Uint8Array, coverage: SignatureCoverage): Uint8Array | PadesFinding {
  const { contents, holeStart, holeEnd } = coverage;
  const length = derLength(contents);
  if (length === undefined || length > contents.length) {
    return padesFinding('contents-malformed', '/Contents holds no whole DER value');
  }
  const text = bytes.subarray(holeStart + 1, holeEnd - 1);
  const zerosAfter = contents.subarray(length).every((byte) => byte === 0);
  if (!zerosAfter || !text.every((byte) => hexDigit(byte) >= 0 || isWhitespace(byte))) {
    return padesFinding('contents-not-canonical', '/Contents holds more than the signature and zeros after it');
  }
  return contents.subarray(0, length);
}
