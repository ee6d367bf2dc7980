import { SignatureError } from '../errors.ts';

/** y² = x³ − 3x + b over p; order n. */
interface Curve {
  readonly p: bigint;
  readonly n: bigint;
  readonly g: AffinePoint;
  readonly bytes: number;
}

interface AffinePoint {
  readonly x: bigint;
  readonly y: bigint;
}

/** Jacobian: x/z², y/z³; z = 0 is the point at infinity. */
interface Point extends AffinePoint {
  readonly z: bigint;
}

const curves: Readonly<Record<string, Curve>> = {
  prime256v1: {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    g: {
      x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
      y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
    },
    bytes: 32,
  },
  secp384r1: {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    g: {
      x: 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
      y: 0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
    },
    bytes: 48,
  },
};

/**
 * ECDSA verification over a finished digest, signature as r‖s; the public point is on the curve already. Public values
 * only, so it need not run in constant time. Throws `algorithm-unsupported` for other curves. @spec FIPS 186-5 6.4.2
 */
export function isEcdsaOverDigest(
  key: AffinePoint & { readonly curve: string },
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const curve = curves[key.curve];
  if (!curve) throw new SignatureError('algorithm-unsupported', `${key.curve} over a finished digest`);
  const { n, g, bytes } = curve;
  if (signature.length !== 2 * bytes) return false;
  const r = numberOf(signature.subarray(0, bytes));
  const s = numberOf(signature.subarray(bytes));
  if (r <= 0n || r >= n || s <= 0n || s >= n) return false;
  const w = inverse(s, n);
  // A digest longer than the order counts with its leftmost bits only.
  const z = numberOf(digest.subarray(0, bytes));
  const sum = addMultiples(curve, [
    { point: g, times: (z * w) % n },
    { point: key, times: (r * w) % n },
  ]);
  if (sum.z === 0n) return false;
  const perZ = inverse(sum.z, curve.p);
  return ((((sum.x * perZ) % curve.p) * perZ) % curve.p) % n === r;
}

/** Σ times·point, the bits of all factors taken together. */
function addMultiples({ p }: Curve, terms: readonly { point: AffinePoint; times: bigint }[]): Point {
  let sum: Point = { x: 1n, y: 1n, z: 0n };
  const bits = terms.map(({ times }) => times.toString(2));
  const length = Math.max(...bits.map((each) => each.length));
  for (let place = 0; place < length; place += 1) {
    sum = double(p, sum);
    terms.forEach(({ point }, index) => {
      const text = bits[index] ?? '';
      if (text[place - (length - text.length)] === '1') sum = add(p, sum, point);
    });
  }
  return sum;
}

function double(p: bigint, { x, y, z }: Point): Point {
  const delta = (z * z) % p;
  const gamma = (y * y) % p;
  const beta = (x * gamma) % p;
  const alpha = (3n * (x - delta) * (x + delta)) % p;
  const x2 = mod(alpha * alpha - 8n * beta, p);
  const z2 = mod((y + z) * (y + z) - gamma - delta, p);
  return { x: x2, y: mod(alpha * (4n * beta - x2) - 8n * gamma * gamma, p), z: z2 };
}

function add(p: bigint, a: Point, b: AffinePoint): Point {
  if (a.z === 0n) return { ...b, z: 1n };
  const zz = (a.z * a.z) % p;
  const h = mod(b.x * zz - a.x, p);
  const rise = mod(b.y * zz * a.z - a.y, p);
  if (h === 0n) return rise === 0n ? double(p, a) : { x: 1n, y: 1n, z: 0n };
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (a.x * hh) % p;
  const x = mod(rise * rise - hhh - 2n * v, p);
  return { x, y: mod(rise * (v - x) - a.y * hhh, p), z: (a.z * h) % p };
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, nextR, t, nextT] = [modulus, mod(value, modulus), 0n, 1n];
  while (nextR !== 0n) {
    const quotient = r / nextR;
    [r, nextR] = [nextR, r - quotient * nextR];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return mod(t, modulus);
}

function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

function numberOf(bytes: Uint8Array): bigint {
  let text = '0x0';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return BigInt(text);
}
