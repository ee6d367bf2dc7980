import { latin1Bytes, latin1Text } from '../../../packages/signature/src/pdf/text-bytes.ts';
import { alteredBytes } from './bytes.ts';
import { type Draw, oneOf } from './numbers.ts';

const words = '<< >> [ ] ( < /Prev_0 /Kids_[1_0_R] 999999999 -1 endobj /Length_9 R 0_0_obj /XRefStm_9'.split(' ');

/** The input changed as any bytes may be, or by words of the syntax in places where they do not belong. */
export function alteredPdf(input: Uint8Array, draw: Draw): Uint8Array {
  if (draw(2) === 0) return alteredBytes(input, draw);
  let text = latin1Text(input);
  for (let changes = 1 + draw(4); changes > 0; changes -= 1) {
    const at = draw(text.length);
    const word = oneOf(words, draw);
    text = text.slice(0, at) + word.replaceAll('_', ' ') + text.slice(at + draw(20));
  }
  return latin1Bytes(text);
}
