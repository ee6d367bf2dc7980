import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { type DigestAlgorithm, type SignatureAlgorithm, signatureAlgorithms } from './algorithms.ts';
import type { CryptoPort, VerifyInput } from './crypto-port.ts';
import { type PublicKeyFacts, publicKeyFacts } from './public-key.ts';
import { isPssOnly, plainRsaKey } from './rsa-key-names.ts';
import { verifyHistoricOnWeb } from './web-historic.ts';

/**
 * The port in a browser: signatures by Web Crypto, digests by @noble/hashes, because Web Crypto answers those only later
 * and the readers need them at once. Answers as `nodeCrypto` does, which a test holds.
 */
export const webCrypto: CryptoPort = {
  digest: (algorithm, data) => digests[algorithm](data),
  verify: verifySignature,
  verifyHistoric: verifyHistoricOnWeb,
};

/** Types by what the calls take and give: Node's and the browser's declarations name them differently. */
type VerifyParameters = Parameters<typeof crypto.subtle.verify>[0];
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const digests: Readonly<Record<DigestAlgorithm, (data: Uint8Array) => Uint8Array>> = {
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
  'sha-1': sha1,
};

const webDigestNames: Readonly<Record<DigestAlgorithm, string>> = {
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
  'sha-1': 'SHA-1',
};

async function verifySignature({ algorithm, publicKey, data, signature, saltLength }: VerifyInput): Promise<boolean> {
  const facts = factsOf(publicKey);
  if (facts === undefined || !fits(publicKey, facts, algorithm)) return false;
  if (signature.length !== signatureLength(facts)) return false;
  const key = await importedKey({ publicKey, facts, algorithm });
  if (key === undefined) return false;
  return crypto.subtle.verify(verifyParameters(algorithm, saltLength), key, whole(signature), whole(data));
}

function factsOf(publicKey: Uint8Array): PublicKeyFacts | undefined {
  try {
    return publicKeyFacts(publicKey);
  } catch {
    return undefined;
  }
}

/** A public key may serve only its own family, and one named for PSS only PSS. */
function fits(publicKey: Uint8Array, { family, curve }: PublicKeyFacts, algorithm: SignatureAlgorithm): boolean {
  const asked = signatureAlgorithms[algorithm];
  if (family !== asked.family) return false;
  if (family === 'ec') return curve !== undefined;
  return family !== 'rsa' || asked.padding === 'pss' || !isPssOnly(publicKey);
}

function signatureLength({ family, bits }: PublicKeyFacts): number {
  const bytes = Math.ceil(bits / 8);
  return family === 'rsa' ? bytes : 2 * bytes;
}

function verifyParameters(algorithm: SignatureAlgorithm, saltLength?: number): VerifyParameters {
  const { family, digest = 'sha-512', padding } = signatureAlgorithms[algorithm];
  switch (family) {
    case 'rsa':
      return padding === 'pss'
        ? { name: 'RSA-PSS', saltLength: saltLength ?? digests[digest](new Uint8Array()).length }
        : { name: 'RSASSA-PKCS1-v1_5' };
    case 'ec':
      return { name: 'ECDSA', hash: webDigestNames[digest] };
    case 'ed25519':
      return { name: 'Ed25519' };
  }
}

interface KeyToImport {
  readonly publicKey: Uint8Array;
  readonly facts: PublicKeyFacts;
  readonly algorithm: SignatureAlgorithm;
}

const keptKeys = new Map<string, Promise<Key | undefined>>();
const keptKeysLimit = 2_000;

/** Imported once for equal bytes and algorithm: the same few keys check a whole school. */
function importedKey(asked: KeyToImport): Promise<Key | undefined> {
  const name = `${asked.algorithm} ${Array.from(asked.publicKey, (byte) => String.fromCharCode(byte)).join('')}`;
  const kept = keptKeys.get(name);
  if (kept !== undefined) return kept;
  if (keptKeys.size >= keptKeysLimit) keptKeys.clear();
  const key = importKey(asked);
  keptKeys.set(name, key);
  return key;
}

/** A key Web Crypto cannot read (a point off the curve …) is no key. */
async function importKey({ publicKey, facts, algorithm }: KeyToImport): Promise<Key | undefined> {
  const { digest = 'sha-512' } = signatureAlgorithms[algorithm];
  const { name } = verifyParameters(algorithm) as { name: string };
  const parameters = {
    rsa: { name, hash: webDigestNames[digest] },
    ec: { name, namedCurve: facts.curve ?? '' },
    ed25519: { name },
    dsa: { name },
    other: { name },
  }[facts.family];
  try {
    return await crypto.subtle.importKey('spki', whole(plainRsaKey(publicKey)), parameters, false, ['verify']);
  } catch {
    return undefined;
  }
}

/** Web Crypto takes no view on shared memory; what the readers hold never is. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
