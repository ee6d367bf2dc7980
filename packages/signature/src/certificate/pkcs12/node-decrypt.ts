import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { DerMembers, type DerValue } from '../../der/reader.ts';
import { readOctetString, readOid } from '../../der/simple-values.ts';
import { tag } from '../../der/tags.ts';
import { SignatureError } from '../../errors.ts';
import type { KeyFileOpener } from './derivation-rounds.ts';
import { derivePkcs12Key } from './node-key-derivation.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const tripleDesWithSha1 = '1.2.840.113549.1.12.1.3';
/** Of SHA-1: two for 24 bytes of key, one for the IV. */
const keyAndIvBlocks = 3;

const hmacDigests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const ciphers: Readonly<Record<string, { name: string; keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
};

/**
 * Decrypts by the AlgorithmIdentifier given: PBES2 with AES, or the triple DES of older key files. Throws
 * `algorithm-unsupported` and `pkcs12-wrong-password`.
 */
export function decrypt(algorithm: DerValue, ciphertext: Uint8Array, opener: KeyFileOpener): Uint8Array {
  const { name, key, iv } = cipherOf(algorithm, opener);
  try {
    const decipher = createDecipheriv(name, key, iv);
    return new Uint8Array(Buffer.concat([decipher.update(ciphertext), decipher.final()]));
  } catch {
    throw new SignatureError('pkcs12-wrong-password', 'padding wrong after decryption');
  }
}

interface CipherSetting {
  readonly name: string;
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

function cipherOf(algorithm: DerValue, opener: KeyFileOpener): CipherSetting {
  const members = new DerMembers(algorithm);
  const oid = readOid(members.take(tag.oid));
  const parameters = new DerMembers(members.take(tag.sequence));
  if (oid === pbes2) return pbes2Cipher(parameters, opener);
  if (oid !== tripleDesWithSha1) throw new SignatureError('algorithm-unsupported', `key file encrypted by ${oid}`);
  const salt = readOctetString(parameters.take());
  const iterations = opener.rounds.read(parameters.take(), keyAndIvBlocks);
  const derivation = { password: opener.password, salt, iterations, digest: 'sha-1' } as const;
  const key = derivePkcs12Key({ ...derivation, purpose: 1, length: 24 });
  return { name: 'des-ede3-cbc', key, iv: derivePkcs12Key({ ...derivation, purpose: 2, length: 8 }) };
}

function pbes2Cipher(parameters: DerMembers, { password, rounds }: KeyFileOpener): CipherSetting {
  const derivation = new DerMembers(parameters.take(tag.sequence));
  const scheme = new DerMembers(parameters.take(tag.sequence));
  const derivationOid = readOid(derivation.take(tag.oid));
  const cipher = ciphers[readOid(scheme.take(tag.oid))];
  if (derivationOid !== pbkdf2 || cipher === undefined) {
    throw new SignatureError('algorithm-unsupported', 'key file encrypted by something else than PBKDF2 and AES-CBC');
  }
  const details = new DerMembers(derivation.take(tag.sequence));
  const salt = readOctetString(details.take(tag.octetString));
  const iterations = rounds.read(details.take(tag.integer));
  details.takeIf(tag.integer);
  const prf = details.takeIf(tag.sequence);
  const digest = prf === undefined ? 'sha1' : hmacDigests[readOid(new DerMembers(prf).take(tag.oid))];
  if (digest === undefined) throw new SignatureError('algorithm-unsupported', 'PBKDF2 with an unknown digest');
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, iterations, cipher.keyLength, digest);
  return { name: cipher.name, key, iv: readOctetString(scheme.take(tag.octetString)) };
}
