import { createHmac, createPublicKey, timingSafeEqual } from 'node:crypto';
import { readDigestAlgorithm } from '../../crypto/algorithm-identifier.ts';
import { nodeDigestNames } from '../../crypto/node-crypto.ts';
import { privateKeyFromPkcs8 } from '../../crypto/node-signing.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed, readDer } from '../../der/reader.ts';
import { readOctetString, readOid, readSmallInteger } from '../../der/simple-values.ts';
import { contextTag, tag } from '../../der/tags.ts';
import { equalBytes } from '../../der/writer.ts';
import { SignatureError } from '../../errors.ts';
import type { Certificate } from '../certificate.ts';
import { sameName } from '../distinguished-name.ts';
import { parseCertificate } from '../parse-certificate.ts';
import { DerivationRounds, type KeyFileOpener } from './derivation-rounds.ts';
import { decrypt } from './node-decrypt.ts';
import { deriveMacKey } from './node-key-derivation.ts';

const oid = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
};

export interface KeyFile {
  /** DER, the certificate of the key. */
  readonly certificate: Uint8Array;
  /** DER, the issuers above it as far as the file holds them, nearest first. */
  readonly chain: readonly Uint8Array[];
  readonly privateKeyPkcs8: Uint8Array;
}

/**
 * Opens a key file (.p12, .pfx) with one key. Throws `pkcs12-wrong-password`, `pkcs12-malformed`, and
 * `algorithm-unsupported` for files encrypted by RC2 or closed by another MAC than HMAC. @spec RFC 7292
 */
export function openPkcs12(bytes: Uint8Array, password: string): KeyFile {
  try {
    return open(bytes, { password, rounds: new DerivationRounds() });
  } catch (error) {
    if (error instanceof SignatureError && error.code !== 'der-malformed') throw error;
    throw new SignatureError('pkcs12-malformed', error instanceof Error ? error.message : String(error));
  }
}

function open(bytes: Uint8Array, opener: KeyFileOpener): KeyFile {
  const members = new DerMembers(readDer(bytes));
  if (readSmallInteger(members.take(tag.integer)) !== 3) throw malformed('PFX version');
  const content = new DerMembers(members.take(tag.sequence));
  if (readOid(content.take(tag.oid)) !== oid.data) throw malformed('PFX closed by a signature');
  const authSafe = readOctetString(insideExplicit(content.take(contextTag(0))));
  checkMac(members.take(tag.sequence), authSafe, opener);
  members.end();
  const bags = childrenOf(readDer(authSafe)).flatMap((info) => childrenOf(readDer(safeContents(info, opener))));
  const keys = bags.flatMap((bag) => keyOf(bag, opener));
  const [privateKeyPkcs8, ...moreKeys] = keys;
  if (privateKeyPkcs8 === undefined || moreKeys.length > 0) throw malformed(`${keys.length} keys instead of one`);
  const certificates = bags.flatMap(certificateOf).map(parseCertificate);
  const own = certificates.find(({ spki }) => equalBytes(spki, publicKeyOf(privateKeyPkcs8)));
  if (own === undefined) throw malformed('no certificate for the key');
  return { certificate: own.der, chain: chainAbove(own, certificates), privateKeyPkcs8 };
}

function checkMac(value: DerValue, authSafe: Uint8Array, { password, rounds }: KeyFileOpener): void {
  const members = new DerMembers(value);
  const digestInfo = new DerMembers(members.take(tag.sequence));
  const digest = readDigestAlgorithm(digestInfo.take(tag.sequence));
  if (digest === undefined) throw new SignatureError('algorithm-unsupported', 'MAC of the key file');
  const expected = readOctetString(digestInfo.take(tag.octetString));
  const salt = readOctetString(members.take(tag.octetString));
  const count = members.takeIf(tag.integer);
  members.end();
  const iterations = count === undefined ? 1 : rounds.read(count);
  const key = deriveMacKey({ password, salt, iterations, digest });
  const mac = createHmac(nodeDigestNames[digest], key).update(authSafe).digest();
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) {
    throw new SignatureError('pkcs12-wrong-password', 'MAC does not fit');
  }
}

function safeContents(contentInfo: DerValue, opener: KeyFileOpener): Uint8Array {
  const members = new DerMembers(contentInfo);
  const type = readOid(members.take(tag.oid));
  const content = insideExplicit(members.take(contextTag(0)));
  if (type === oid.data) return readOctetString(content);
  if (type !== oid.encryptedData) throw malformed(`content ${type}`);
  const encrypted = new DerMembers(content);
  encrypted.take(tag.integer);
  const info = new DerMembers(encrypted.take(tag.sequence));
  info.take(tag.oid);
  const algorithm = info.take(tag.sequence);
  return decrypt(algorithm, info.take(contextTag(0, 'primitive')).content, opener);
}

function keyOf(bag: DerValue, opener: KeyFileOpener): readonly Uint8Array[] {
  const { type, value } = readBag(bag);
  if (type === oid.keyBag) return [value.bytes];
  if (type !== oid.shroudedKeyBag) return [];
  const members = new DerMembers(value);
  const algorithm = members.take(tag.sequence);
  return [decrypt(algorithm, readOctetString(members.take(tag.octetString)), opener)];
}

function certificateOf(bag: DerValue): readonly Uint8Array[] {
  const { type, value } = readBag(bag);
  if (type !== oid.certificateBag) return [];
  const members = new DerMembers(value);
  if (readOid(members.take(tag.oid)) !== oid.x509Certificate) return [];
  return [readOctetString(insideExplicit(members.take(contextTag(0))))];
}

function readBag(bag: DerValue): { type: string; value: DerValue } {
  const members = new DerMembers(bag);
  const type = readOid(members.take(tag.oid));
  return { type, value: insideExplicit(members.take(contextTag(0))) };
}

function publicKeyOf(pkcs8: Uint8Array): Uint8Array {
  const key = createPublicKey(privateKeyFromPkcs8(pkcs8));
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }));
}

function chainAbove(leaf: Certificate, certificates: readonly Certificate[]): readonly Uint8Array[] {
  const chain: Certificate[] = [];
  let top = leaf;
  for (;;) {
    const issuer = certificates.find((one) => sameName(one.subject, top.issuer) && one !== top && !chain.includes(one));
    if (issuer === undefined) return chain.map(({ der }) => der);
    chain.push(issuer);
    top = issuer;
  }
}
