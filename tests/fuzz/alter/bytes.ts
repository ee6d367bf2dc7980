import { type Draw, oneOf } from './numbers.ts';

/** The input changed in a way that breaks readers: flipped, cut, repeated, grown, or with a length that lies. */
export function alteredBytes(input: Uint8Array, draw: Draw): Uint8Array {
  let bytes: Uint8Array = input.slice();
  for (let changes = 1 + draw(4); changes > 0; changes -= 1) bytes = changedOnce(bytes, draw);
  return bytes;
}

const interesting = [0, 1, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xa3, 0xff];

function changedOnce(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(bytes.length);
  const until = Math.min(bytes.length, at + 1 + draw(16));
  const elsewhere = draw(bytes.length);
  switch (draw(7)) {
    case 0:
      return withByte(bytes, at, (bytes[at] ?? 0) ^ (1 << draw(8)));
    case 1:
      return withByte(bytes, at, oneOf(interesting, draw));
    case 2:
      return joined(bytes.subarray(0, at), bytes.subarray(until));
    case 3:
      return joined(bytes.subarray(0, until), bytes.subarray(at));
    case 4:
      return joined(bytes.subarray(0, elsewhere), bytes.subarray(at, until), bytes.subarray(elsewhere));
    case 5:
      return joined(
        bytes.subarray(0, at),
        Uint8Array.from({ length: 1 + draw(8) }, () => draw(256)),
        bytes.subarray(at),
      );
    default:
      return bytes.subarray(0, at);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

/** An empty input stays empty. */
function withByte(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  return bytes.length === 0 ? bytes : bytes.with(at, byte);
}
