import { childrenOf, readDer } from '../der/reader.ts';
import { readMagnitude } from '../der/simple-values.ts';
import { integerFromMagnitude, sequence } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';

/** r‖s → SEQUENCE { r, s }, as X.509 and CMS carry it. */
export function ecdsaToDer(signature: Uint8Array): Uint8Array {
  const half = signature.length / 2;
  if (!Number.isInteger(half) || half === 0) throw new SignatureError('signature-malformed', 'r‖s of odd length');
  return sequence(integerFromMagnitude(signature.subarray(0, half)), integerFromMagnitude(signature.subarray(half)));
}

/** SEQUENCE { r, s } → r‖s for a curve whose order has this many bytes. Throws `signature-malformed`. */
export function ecdsaFromDer(signature: Uint8Array, orderLength: number): Uint8Array {
  const numbers = numbersOf(signature);
  const [r, s] = numbers;
  const tooLong = numbers.some(({ length }) => length > orderLength);
  if (r === undefined || s === undefined || numbers.length !== 2 || tooLong) {
    throw new SignatureError('signature-malformed', 'not an ECDSA signature of this curve');
  }
  const joined = new Uint8Array(2 * orderLength);
  joined.set(r, orderLength - r.length);
  joined.set(s, 2 * orderLength - s.length);
  return joined;
}

function numbersOf(signature: Uint8Array): readonly Uint8Array[] {
  try {
    return childrenOf(readDer(signature)).map((number) => readMagnitude(number));
  } catch (error) {
    throw new SignatureError('signature-malformed', String(error));
  }
}
