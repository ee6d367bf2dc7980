import type { Certificate } from '../certificate/certificate.ts';
import { readName, sameName } from '../certificate/distinguished-name.ts';
import { type CryptoPort, readDigestAlgorithm } from '../crypto/index.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit } from '../der/reader.ts';
import { readOctetString, readSerialNumber } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes } from '../der/writer.ts';

/** Whether a SigningCertificateV2 value names exactly this certificate. Throws `der-malformed`. @spec RFC 5035 4 */
export function namesCertificate(value: DerValue, certificate: Certificate, crypto: CryptoPort): boolean {
  const members = firstCertId(value);
  const algorithm = members.takeIf(tag.sequence);
  const digestAlgorithm = algorithm === undefined ? 'sha-256' : readDigestAlgorithm(algorithm);
  if (digestAlgorithm === undefined || digestAlgorithm === 'sha-1') return false;
  const hash = readOctetString(members.take(tag.octetString));
  return equalBytes(hash, crypto.digest(digestAlgorithm, certificate.der)) && issuerSerialFits(members, certificate);
}

/** The same for the first edition, SHA-1 by definition: only timestamps of older authorities. @spec RFC 2634 5.4 */
export function namesCertificateV1(value: DerValue, certificate: Certificate, crypto: CryptoPort): boolean {
  const members = firstCertId(value);
  const hash = readOctetString(members.take(tag.octetString));
  return equalBytes(hash, crypto.digest('sha-1', certificate.der)) && issuerSerialFits(members, certificate);
}

/** The first is the signatory's; any others only limit the path. */
function firstCertId(value: DerValue): DerMembers {
  return new DerMembers(new DerMembers(new DerMembers(value).take(tag.sequence)).take(tag.sequence));
}

function issuerSerialFits(members: DerMembers, certificate: Certificate): boolean {
  const issuerSerial = members.takeIf(tag.sequence);
  members.end();
  return issuerSerial === undefined || isIssuerSerialOf(issuerSerial, certificate);
}

/** Whether an IssuerSerial is that of a certificate; names are compared as names. Throws `der-malformed`. @spec RFC 5035 4 */
export function isIssuerSerialOf(issuerSerial: DerValue, certificate: Certificate): boolean {
  const parts = new DerMembers(issuerSerial);
  const names = childrenOf(parts.take(tag.sequence));
  const serialNumber = readSerialNumber(parts.take(tag.integer));
  const issuer = names.find((name) => name.tag === contextTag(4));
  if (issuer === undefined || serialNumber !== certificate.serialNumber) return false;
  return sameName(readName(insideExplicit(issuer)), certificate.issuer);
}
