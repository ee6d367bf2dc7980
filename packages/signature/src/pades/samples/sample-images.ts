import { crc32, deflateSync } from 'node:zlib';

export interface SampleImage {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity of a pixel. */
  readonly pixel: (x: number, y: number) => readonly [number, number, number, number];
}

/** A PNG with opacity, its rows filtered in all five ways in turn. */
export function pngOf({ width, height, pixel }: SampleImage): Uint8Array {
  const rows: number[][] = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => pixel(x, y)).flat(),
  );
  const filtered = rows.flatMap((row, y) => [y % 5, ...filter(row, rows[y - 1] ?? [], y % 5)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Uint8Array.from(filtered));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]),
  );
}

/** @spec PNG 9.2 */
function filter(row: readonly number[], above: readonly number[], type: number): number[] {
  return row.map((value, at) => {
    const [left = 0, up = 0, upLeft = 0] = [row[at - 4], above[at], above[at - 4]];
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)];
    return (value - (guesses[type] ?? 0)) & 0xff;
  });
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [byLeft, byUp, byBoth] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (byLeft === undefined || byUp === undefined || byBoth === undefined) return 0;
  if (byLeft <= byUp && byLeft <= byBoth) return left;
  return byUp <= byBoth ? up : upLeft;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A wave of blue ink. */
export const inkSignature: SampleImage = {
  width: 240,
  height: 100,
  pixel: (x, y) => {
    const distance = Math.abs(y - 50 - 35 * Math.sin(x / 14) * Math.cos(x / 90));
    return [20, 40, 160, distance < 3 ? 255 : distance < 5 ? 128 : 0];
  },
};

/** A ring of red stamping ink. */
export const redSeal: SampleImage = {
  width: 180,
  height: 180,
  pixel: (x, y) => {
    const radius = Math.hypot(x - 89.5, y - 89.5);
    const inked = (radius < 88 && radius > 82) || (radius < 60 && radius > 57) || Math.hypot(x - 90, (y - 90) * 2) < 16;
    return [200, 16, 28, inked ? 220 : 0];
  },
};
