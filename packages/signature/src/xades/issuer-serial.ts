import { DerMembers, readDer } from '../der/reader.ts';
import { contextTag, tag } from '../der/tags.ts';
import { explicit, sequence } from '../der/writer.ts';

/** DER of IssuerSerial: the issuer as a directory name, and the serial number. @spec RFC 5035 4, EN 319 132-1 5.2.2.2 */
export function issuerSerial(certificate: Uint8Array): Uint8Array {
  const tbs = new DerMembers(new DerMembers(readDer(certificate)).take(tag.sequence));
  tbs.takeIf(contextTag(0));
  const serial = tbs.take(tag.integer);
  tbs.take(tag.sequence);
  const issuer = tbs.take(tag.sequence);
  return sequence(sequence(explicit(4, issuer.bytes)), serial.bytes);
}
