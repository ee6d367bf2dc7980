import { createHash } from 'node:crypto';
import type { DigestAlgorithm } from '../../crypto/algorithms.ts';
import { nodeDigestNames } from '../../crypto/node-crypto.ts';

export interface DerivationInput {
  readonly password: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly digest: DigestAlgorithm;
}

const macKey = 3;
const blockLengths: Readonly<Record<DigestAlgorithm, number>> = {
  'sha-1': 64,
  'sha-256': 64,
  'sha-384': 128,
  'sha-512': 128,
};
const digestLengths: Readonly<Record<DigestAlgorithm, number>> = {
  'sha-1': 20,
  'sha-256': 32,
  'sha-384': 48,
  'sha-512': 64,
};

/** The key of a PKCS#12 file's MAC, as long as the digest. */
export function deriveMacKey(input: DerivationInput): Uint8Array {
  return derivePkcs12Key({ ...input, purpose: macKey, length: digestLengths[input.digest] });
}

/** The derivation PKCS#12 has of its own; purpose 1 key, 2 IV, 3 MAC. @spec RFC 7292 appendix B.2 */
export function derivePkcs12Key(input: DerivationInput & { purpose: 1 | 2 | 3; length: number }): Uint8Array {
  const { digest, iterations } = input;
  const v = blockLengths[digest];
  const diversifier = Buffer.alloc(v, input.purpose);
  const i = Buffer.concat([fill(input.salt, v), fill(bmpWithEnd(input.password), v)]);
  const derived: Buffer[] = [];
  for (let made = 0; made < input.length; made += digestLengths[digest]) {
    let a: Buffer = Buffer.concat([diversifier, i]);
    for (let round = 0; round < iterations; round++) a = createHash(nodeDigestNames[digest]).update(a).digest();
    derived.push(a);
    addToBlocks(i, fill(a, v), v);
  }
  return new Uint8Array(Buffer.concat(derived).subarray(0, input.length));
}

/** Repeated up to the next multiple of the block length; nothing stays nothing. */
function fill(bytes: Uint8Array, v: number): Buffer {
  return bytes.length === 0 ? Buffer.alloc(0) : Buffer.alloc(Math.ceil(bytes.length / v) * v, bytes);
}

/** Each block of I becomes (block + B + 1) mod 2^(8v). */
function addToBlocks(i: Buffer, b: Buffer, v: number): void {
  for (let start = 0; start < i.length; start += v) {
    let carry = 1;
    for (let at = v - 1; at >= 0; at--) {
      carry += (i[start + at] ?? 0) + (b[at] ?? 0);
      i[start + at] = carry & 0xff;
      carry >>= 8;
    }
  }
}

/** UTF-16 big-endian with two zero bytes behind. */
function bmpWithEnd(password: string): Buffer {
  return Buffer.from(`${password}\0`, 'utf16le').swap16();
}
