import { pssSaltLength, publicKeyFacts, readSignatureAlgorithm } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed, readDer } from '../der/reader.ts';
import { readOid, readSerialNumber, readSignatureBytes, readSmallInteger, readTime } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import type { Certificate } from './certificate.ts';
import { readName } from './distinguished-name.ts';
import { defined, readCertificateExtensions, readExtensionList } from './extensions.ts';

/**
 * Reads one certificate strictly; the same bytes give the same object. At most 256 KB, so that no extension can hold more
 * names or policies than can be compared. Throws `certificate-malformed`.
 * @spec RFC 5280 4.1
 */
export const parseCertificate: (der: Uint8Array) => Certificate = keptByBytes(readOrThrow, 1000);

const mostBytes = 256 * 1024;

function readOrThrow(der: Uint8Array): Certificate {
  try {
    if (der.length > mostBytes) throw malformed('too large');
    return read(der);
  } catch (error) {
    throw new SignatureError('certificate-malformed', error instanceof Error ? error.message : String(error));
  }
}

function read(der: Uint8Array): Certificate {
  const outer = new DerMembers(readDer(der));
  const tbs = outer.take(tag.sequence);
  const algorithm = outer.take(tag.sequence);
  const signature = readSignatureBytes(outer.take(tag.bitString));
  outer.end();
  const members = new DerMembers(tbs);
  const version = readVersion(members);
  const serialNumber = readSerialNumber(members.take(tag.integer));
  const innerAlgorithm = members.take(tag.sequence);
  // What is signed and how must be said alike inside and outside. RFC 5280 4.1.1.2
  if (!equalBytes(innerAlgorithm.bytes, algorithm.bytes)) throw malformed('two signature algorithms');
  const issuer = readName(members.take(tag.sequence));
  const [notBefore, notAfter] = readValidity(members.take(tag.sequence));
  const subject = readName(members.take(tag.sequence));
  const spki = members.take(tag.sequence).bytes;
  if (version > 1) members.takeIf(contextTag(1, 'primitive'));
  if (version > 1) members.takeIf(contextTag(2, 'primitive'));
  const extensionList = version === 3 ? members.takeIf(contextTag(3)) : undefined;
  members.end();
  const signatureAlgorithm = readSignatureAlgorithm(algorithm);
  const extensions = extensionList === undefined ? [] : readExtensionList(insideExplicit(extensionList));
  return {
    ...defined({ signatureAlgorithm, saltLength: pssSaltLength(algorithm, signatureAlgorithm) }),
    signatureAlgorithmOid: readOid(new DerMembers(algorithm).take(tag.oid)),
    ...{ der, version, tbs: tbs.bytes, signature, subject, issuer, serialNumber, notBefore, notAfter, spki },
    publicKeyAlgorithm: publicKeyFacts(spki),
    extensions: readCertificateExtensions(extensions),
  };
}

/** Versions 1 and 2 have no extensions: such a certificate can stand at the end of a path, never inside it. */
function readVersion(members: DerMembers): 1 | 2 | 3 {
  const version = members.takeIf(contextTag(0));
  const number = version === undefined ? 0 : readSmallInteger(insideExplicit(version));
  if (number === 2) return 3;
  if (number === 1) return 2;
  if (version !== undefined) throw malformed('version');
  return 1;
}

function readValidity(value: DerValue): readonly [number, number] {
  const [notBefore, notAfter, ...more] = childrenOf(value);
  if (notBefore === undefined || notAfter === undefined || more.length > 0) throw malformed('Validity');
  return [readTime(notBefore), readTime(notAfter)];
}
