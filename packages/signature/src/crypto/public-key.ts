import { keptByBytes } from '../der/kept-by-bytes.ts';
import { childrenOf, DerMembers, readDer } from '../der/reader.ts';
import { readBitStringBytes, readIntegerHex, readOid } from '../der/simple-values.ts';
import { tag } from '../der/tags.ts';
import { type KeyFamily, signatureAlgorithms } from './algorithms.ts';
import type { CryptoPort, VerifyInput } from './crypto-port.ts';
import { ecdsaFromDer } from './ecdsa-encoding.ts';

export interface PublicKeyFacts {
  /** DSA is only known from old certificates; other keys nobody here can use. */
  readonly family: KeyFamily | 'dsa' | 'other';
  /** Bits of the RSA modulus or of the curve. */
  readonly bits: number;
  /** EC only. */
  readonly curve?: 'P-256' | 'P-384' | 'P-521';
}

const curves: Readonly<Record<string, { curve: 'P-256' | 'P-384' | 'P-521'; bits: number }>> = {
  '1.2.840.10045.3.1.7': { curve: 'P-256', bits: 256 },
  '1.3.132.0.34': { curve: 'P-384', bits: 384 },
  '1.3.132.0.35': { curve: 'P-521', bits: 521 },
};

/** What kind of key a SubjectPublicKeyInfo holds. Throws `der-malformed`. */
export const publicKeyFacts: (spki: Uint8Array) => PublicKeyFacts = keptByBytes(readFacts, 2_000);

function readFacts(spki: Uint8Array): PublicKeyFacts {
  const members = new DerMembers(readDer(spki));
  const algorithm = new DerMembers(members.take(tag.sequence));
  const key = readBitStringBytes(members.take(tag.bitString));
  members.end();
  const oid = readOid(algorithm.take(tag.oid));
  if (oid === '1.2.840.113549.1.1.1' || oid === '1.2.840.113549.1.1.10') {
    const [modulus] = childrenOf(readDer(key));
    return { family: 'rsa', bits: modulus === undefined ? 0 : bitLength(readIntegerHex(modulus)) };
  }
  if (oid === '1.2.840.10045.2.1') {
    const facts = curves[readOid(algorithm.take(tag.oid))];
    return facts === undefined ? { family: 'other', bits: 0 } : { family: 'ec', ...facts };
  }
  if (oid === '1.2.840.10040.4.1') return { family: 'dsa', bits: dsaBits(algorithm) };
  return oid === '1.3.101.112' ? { family: 'ed25519', bits: 256 } : { family: 'other', bits: 0 };
}

/** The subjectPublicKey bytes without their wrapping: what OCSP hashes as the issuer's key. */
export function subjectPublicKeyBytes(spki: Uint8Array): Uint8Array {
  const members = new DerMembers(readDer(spki));
  members.take(tag.sequence);
  return readBitStringBytes(members.take(tag.bitString));
}

/** Checks a signature as X.509 and CMS carry it (ECDSA in DER). `false` for anything that cannot be right. */
export async function verifyDerSignature(crypto: CryptoPort, input: VerifyInput): Promise<boolean> {
  try {
    const facts = publicKeyFacts(input.publicKey);
    if (signatureAlgorithms[input.algorithm].family !== facts.family) return false;
    const signature =
      facts.family === 'ec' ? ecdsaFromDer(input.signature, Math.ceil(facts.bits / 8)) : input.signature;
    return await crypto.verify({ ...input, signature });
  } catch {
    return false;
  }
}

/** Of the prime; 0 where the parameters are those of the issuer’s key. */
function dsaBits(algorithm: DerMembers): number {
  const parameters = algorithm.takeIf(tag.sequence);
  const [prime] = parameters === undefined ? [] : childrenOf(parameters);
  return prime === undefined ? 0 : bitLength(readIntegerHex(prime));
}

function bitLength(hex: string): number {
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0] ?? '0', 16)) - 28);
}
