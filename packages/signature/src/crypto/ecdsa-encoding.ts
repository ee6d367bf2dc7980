import { childrenOf, readDer } from '../der/reader.ts';
import { readIntegerHex, toHex } from '../der/simple-values.ts';
import { concat, fromHex, integerFromHex, sequence } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';

/** r‖s → SEQUENCE { r, s }, as X.509 and CMS carry it. */
export function ecdsaToDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2;
  if (!Number.isInteger(half) || half === 0) throw new SignatureError('signature-malformed', 'r‖s of odd length');
  const [r, s] = [signature.subarray(0, half), signature.subarray(half)];
  return sequence(integerFromHex(toHex(r)), integerFromHex(toHex(s)));
}

/** SEQUENCE { r, s } → r‖s for a curve whose order has this many bytes. Throws `signature-malformed`. */
export function ecdsaFromDer(signature: Uint8Array, orderLength: number): Uint8Array {
  const numbers = integersOf(signature);
  const [r, s] = numbers;
  const tooLong = numbers.some((hex) => hex.length > 2 * orderLength);
  if (r === undefined || s === undefined || numbers.length !== 2 || tooLong) {
    throw new SignatureError('signature-malformed', 'not an ECDSA signature of this curve');
  }
  return concat(fromHex(r.padStart(2 * orderLength, '0')), fromHex(s.padStart(2 * orderLength, '0')));
}

function integersOf(signature: Uint8Array): readonly string[] {
  try {
    return childrenOf(readDer(signature)).map((number) => readIntegerHex(number));
  } catch (error) {
    throw new SignatureError('signature-malformed', String(error));
  }
}
