import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256 } from '@noble/hashes/sha2.js';
import { childrenOf, DerMembers, type DerValue, readDer } from '../der/reader.ts';
import { readBitStringBytes, readIntegerHex, readOid } from '../der/simple-values.ts';
import { tag } from '../der/tags.ts';
import { concat, nullValue, objectIdentifier, octetString, sequence } from '../der/writer.ts';
import type { HistoricVerifyInput } from './crypto-port.ts';
import { ecdsaFromDer } from './ecdsa-encoding.ts';
import { isEcdsaOverDigest } from './ecdsa-over-digest.ts';
import type { HistoricAlgorithm } from './historic-algorithms.ts';

/**
 * Algorithms no longer made, where Web Crypto has none of DSA and SHA-224: over numbers, of public values only, so that it
 * need not run in constant time. Curves P-256 and P-384. `false` for anything that cannot be right. @spec FIPS 186-4 4.7,
 * RFC 8017 8.2.2
 */
export async function verifyHistoricOnWeb(input: HistoricVerifyInput): Promise<boolean> {
  const { algorithm, publicKey, data, signature } = input;
  const digest = digests[algorithm.digest](data);
  try {
    return await checks[algorithm.family](readKey(publicKey), { digest, signature, algorithm });
  } catch {
    return false;
  }
}

const digests = { 'sha-1': sha1, 'sha-224': sha224, 'sha-256': sha256 } as const;

interface Key {
  readonly oid: string;
  readonly parameters: DerValue | undefined;
  readonly bits: Uint8Array;
  readonly spki: Uint8Array;
}

interface Signed {
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: HistoricAlgorithm;
}

const checks: Readonly<Record<HistoricAlgorithm['family'], (key: Key, signed: Signed) => boolean | Promise<boolean>>> =
  {
    rsa: isRsa,
    dsa: isDsa,
    ecdsa: isEcdsa,
  };

function readKey(spki: Uint8Array): Key {
  const members = new DerMembers(readDer(spki));
  const [oid, parameters] = childrenOf(members.take(tag.sequence));
  const bits = readBitStringBytes(members.take(tag.bitString));
  return { oid: oid === undefined ? '' : readOid(oid), parameters, bits, spki };
}

const digestOids = {
  'sha-1': '1.3.14.3.2.26',
  'sha-224': '2.16.840.1.101.3.4.2.4',
  'sha-256': '2.16.840.1.101.3.4.2.1',
} as const;

/** As OpenSSL refuses them: larger numbers are nobody’s key, but take long. */
const mostRsaBytes = 2048;
const mostDsaPrime = 1n << 10_000n;
const dsaOrderBits: readonly number[] = [160, 224, 256];

/** EMSA-PKCS1-v1_5: the padded digest is made anew and compared whole. */
function isRsa({ oid, bits }: Key, { digest, signature, algorithm }: Signed): boolean {
  if (oid !== '1.2.840.113549.1.1.1') return false;
  const [modulus, exponent] = numbersIn(readDer(bits));
  const length = Math.ceil((modulus?.toString(16).length ?? 0) / 2);
  if (modulus === undefined || exponent === undefined || signature.length !== length) return false;
  if (length > mostRsaBytes || exponent >= 1n << 64n) return false;
  const value = numberOf(signature);
  if (value >= modulus) return false;
  const info = sequence(sequence(objectIdentifier(digestOids[algorithm.digest]), nullValue()), octetString(digest));
  if (length < info.length + 11) return false;
  const padding = new Uint8Array(length - info.length - 3).fill(0xff);
  const expected = concat(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
  return power(value, exponent, modulus) === numberOf(expected);
}

function isDsa({ oid, parameters, bits }: Key, { digest, signature }: Signed): boolean {
  if (oid !== '1.2.840.10040.4.1' || parameters === undefined) return false;
  const [p, q, g] = numbersIn(parameters);
  const [r, s] = numbersIn(readDer(signature));
  if (p === undefined || q === undefined || g === undefined || r === undefined || s === undefined) return false;
  const orderBits = q.toString(2).length;
  if (p >= mostDsaPrime || !dsaOrderBits.includes(orderBits)) return false;
  if (r <= 0n || r >= q || s <= 0n || s >= q) return false;
  const y = BigInt(`0x${readIntegerHex(readDer(bits))}`);
  // q is prime: the inverse by its exponent. Of a longer digest the leftmost bits count.
  const w = power(s, q - 2n, q);
  const excess = Math.max(0, digest.length * 8 - orderBits);
  const z = numberOf(digest) >> BigInt(excess);
  return ((power(g, (z * w) % q, p) * power(y, (r * w) % q, p)) % p) % q === r;
}

const curves: Readonly<Record<string, { name: string; curve: string; bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', curve: 'prime256v1', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', curve: 'secp384r1', bytes: 48 },
};

/** The import is for the point to be on its curve. */
async function isEcdsa({ oid, parameters, bits, spki }: Key, { digest, signature }: Signed): Promise<boolean> {
  const known = parameters === undefined ? undefined : curves[readOid(parameters)];
  if (oid !== '1.2.840.10045.2.1' || known === undefined) return false;
  const { name, curve, bytes } = known;
  await crypto.subtle.importKey('spki', new Uint8Array(spki), { name: 'ECDSA', namedCurve: name }, false, ['verify']);
  if (bits.length !== 2 * bytes + 1 || bits[0] !== 4) return false;
  const point = { curve, x: numberOf(bits.subarray(1, bytes + 1)), y: numberOf(bits.subarray(bytes + 1)) };
  return isEcdsaOverDigest(point, digest, ecdsaFromDer(signature, bytes));
}

function numbersIn(value: DerValue): readonly bigint[] {
  return childrenOf(value).map((number) => BigInt(`0x${readIntegerHex(number)}`));
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') || '0'}`);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
