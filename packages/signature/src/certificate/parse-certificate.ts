import { publicKeyFacts, readSignatureAlgorithm } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed, readDer } from '../der/reader.ts';
import { readBitStringBytes, readIntegerHex, readSmallInteger, readTime } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import type { Certificate } from './certificate.ts';
import { readName } from './distinguished-name.ts';
import { defined, readCertificateExtensions, readExtensionList } from './extensions.ts';

/**
 * Reads one certificate strictly; the same bytes give the same object. Throws `certificate-malformed`.
 * @spec RFC 5280 4.1
 */
export const parseCertificate: (der: Uint8Array) => Certificate = keptByBytes(readOrThrow, 1000);

function readOrThrow(der: Uint8Array): Certificate {
  try {
    return read(der);
  } catch (error) {
    throw new SignatureError('certificate-malformed', error instanceof Error ? error.message : String(error));
  }
}

function read(der: Uint8Array): Certificate {
  const outer = new DerMembers(readDer(der));
  const tbs = outer.take(tag.sequence);
  const algorithm = outer.take(tag.sequence);
  const signature = readBitStringBytes(outer.take(tag.bitString));
  outer.end();
  const members = new DerMembers(tbs);
  readVersion(members);
  const serialNumber = readIntegerHex(members.take(tag.integer));
  const innerAlgorithm = members.take(tag.sequence);
  // What is signed and how must be said alike inside and outside. RFC 5280 4.1.1.2
  if (!equalBytes(innerAlgorithm.bytes, algorithm.bytes)) throw malformed('two signature algorithms');
  const issuer = readName(members.take(tag.sequence));
  const [notBefore, notAfter] = readValidity(members.take(tag.sequence));
  const subject = readName(members.take(tag.sequence));
  const spki = members.take(tag.sequence).bytes;
  members.takeIf(contextTag(1, 'primitive'));
  members.takeIf(contextTag(2, 'primitive'));
  const extensionList = members.takeIf(contextTag(3));
  members.end();
  const extensions = extensionList === undefined ? [] : readExtensionList(insideExplicit(extensionList));
  return {
    ...defined({ signatureAlgorithm: readSignatureAlgorithm(algorithm) }),
    ...{ der, tbs: tbs.bytes, signature, subject, issuer, serialNumber, notBefore, notAfter, spki },
    publicKeyAlgorithm: publicKeyFacts(spki),
    extensions: readCertificateExtensions(extensions),
  };
}

/** Only version 3 has what a path needs; 1 and 2 have been out of use for decades. */
function readVersion(members: DerMembers): void {
  const version = members.takeIf(contextTag(0));
  if (version === undefined || readSmallInteger(insideExplicit(version)) !== 2) throw malformed('not version 3');
}

function readValidity(value: DerValue): readonly [number, number] {
  const [notBefore, notAfter, ...more] = childrenOf(value);
  if (notBefore === undefined || notAfter === undefined || more.length > 0) throw malformed('Validity');
  return [readTime(notBefore), readTime(notAfter)];
}
