import { latin1Bytes, latin1Text } from '../src/pdf/text-bytes.ts';
import { mutated } from './mutations.ts';

const words = '<< >> [ ] ( < /Prev_0 /Kids_[1_0_R] 999999999 -1 endobj /Length_9 R 0_0_obj /XRefStm_9'.split(' ');

/** The input changed as any bytes may be, or by words of the syntax in places where they do not belong. */
export function mutatedPdf(input: Uint8Array, next: (below: number) => number): Uint8Array {
  if (next(2) === 0) return mutated(input, next);
  let text = latin1Text(input);
  for (let changes = 1 + next(4); changes > 0; changes -= 1) {
    const at = next(text.length);
    const word = words[next(words.length)] ?? '';
    text = text.slice(0, at) + word.replaceAll('_', ' ') + text.slice(at + next(20));
  }
  return latin1Bytes(text);
}
