/** Repeatable noise: the same seed gives the same numbers. @spec xorshift32, Marsaglia 2003 */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** The input changed in a way that breaks readers: flipped, cut, repeated, grown, or with a length that lies. */
export function mutated(input: Uint8Array, next: (below: number) => number): Uint8Array {
  let bytes: Uint8Array = input.slice();
  for (let changes = 1 + next(4); changes > 0; changes--) bytes = changedOnce(bytes, next);
  return bytes;
}

const interesting = [0, 1, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xa3, 0xff];

function changedOnce(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(Math.max(1, bytes.length));
  const until = Math.min(bytes.length, at + 1 + next(16));
  switch (next(5)) {
    case 0:
      return bytes.map((byte, i) => (i === at ? byte ^ (1 << next(8)) : byte));
    case 1:
      return bytes.map((byte, i) => (i === at ? (interesting[next(interesting.length)] ?? 0) : byte));
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(until)]);
    case 3:
      return Uint8Array.from([...bytes.subarray(0, until), ...bytes.subarray(at)]);
    default:
      return bytes.subarray(0, at);
  }
}
