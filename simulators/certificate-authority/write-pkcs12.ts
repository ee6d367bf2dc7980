import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { writeDer } from '@hocba/signature';
import { deriveMacKey } from '@hocba/signature/node';

const { der, explicit, integer, nullValue, objectIdentifier, octetString, sequence, setOf } = writeDer;

const oid = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  sha256: '2.16.840.1.101.3.4.2.1',
};

/** As OWASP advises for PBKDF2 with SHA-256 would be 600,000; a test file must open quickly. */
const iterations = 10_000;

export interface KeyFileContents {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly privateKeyPkcs8: Uint8Array;
  readonly friendlyName: string;
}

/** PFX with PBES2 (PBKDF2-HMAC-SHA256, AES-256-CBC) and HMAC-SHA256 over everything. @spec RFC 7292, RFC 8018, RFC 9579 */
export function writePkcs12(contents: KeyFileContents, password: string): Uint8Array {
  const own = attributes(contents.friendlyName);
  const key = sequence(
    objectIdentifier(oid.shroudedKeyBag),
    explicit(0, encryptedKey(contents.privateKeyPkcs8, password)),
    own,
  );
  const certificates = [
    certificateBag(contents.certificate, own),
    ...contents.chain.map((certificate) => certificateBag(certificate)),
  ];
  const authSafe = sequence(
    encryptedContent(sequence(...certificates), password),
    sequence(objectIdentifier(oid.data), explicit(0, octetString(sequence(key)))),
  );
  const content = sequence(objectIdentifier(oid.data), explicit(0, octetString(authSafe)));
  return sequence(integer(3), content, macOver(authSafe, password));
}

function certificateBag(certificate: Uint8Array, bagAttributes?: Uint8Array): Uint8Array {
  const value = sequence(objectIdentifier(oid.x509Certificate), explicit(0, octetString(certificate)));
  return sequence(objectIdentifier(oid.certificateBag), explicit(0, value), bagAttributes);
}

/** The key and its certificate say by the same id that they belong together. */
function attributes(friendlyName: string): Uint8Array {
  const bmp = Uint8Array.from(friendlyName.split('').flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff]));
  return setOf([
    sequence(objectIdentifier(oid.friendlyName), setOf([der(0x1e, bmp)])),
    sequence(objectIdentifier(oid.localKeyId), setOf([octetString(Uint8Array.of(1))])),
  ]);
}

function encryptedKey(pkcs8: Uint8Array, password: string): Uint8Array {
  const { algorithm, ciphertext } = encrypt(pkcs8, password);
  return sequence(algorithm, octetString(ciphertext));
}

function encryptedContent(plain: Uint8Array, password: string): Uint8Array {
  const { algorithm, ciphertext } = encrypt(plain, password);
  const info = sequence(objectIdentifier(oid.data), algorithm, der(0x80, ciphertext));
  return sequence(objectIdentifier(oid.encryptedData), explicit(0, sequence(integer(0), info)));
}

function encrypt(plain: Uint8Array, password: string): { algorithm: Uint8Array; ciphertext: Uint8Array } {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, iterations, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const prf = sequence(objectIdentifier(oid.hmacSha256), nullValue());
  const derivation = sequence(objectIdentifier(oid.pbkdf2), sequence(octetString(salt), integer(iterations), prf));
  const scheme = sequence(objectIdentifier(oid.aes256Cbc), octetString(iv));
  const algorithm = sequence(objectIdentifier(oid.pbes2), sequence(derivation, scheme));
  return { algorithm, ciphertext: Buffer.concat([cipher.update(plain), cipher.final()]) };
}

function macOver(authSafe: Uint8Array, password: string): Uint8Array {
  const salt = randomBytes(16);
  const key = deriveMacKey({ password, salt, iterations, digest: 'sha-256' });
  const mac = createHmac('sha256', key).update(authSafe).digest();
  const digestInfo = sequence(sequence(objectIdentifier(oid.sha256), nullValue()), octetString(mac));
  return sequence(digestInfo, octetString(salt), integer(iterations));
}
