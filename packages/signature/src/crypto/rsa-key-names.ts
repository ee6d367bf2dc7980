import { DerMembers, readDer } from '../der/reader.ts';
import { readOid } from '../der/simple-values.ts';
import { tag } from '../der/tags.ts';
import * as write from '../der/writer.ts';

const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';

/** Whether a SubjectPublicKeyInfo is named id-RSASSA-PSS: such a key may check nothing but PSS. @spec RFC 4055 1.2 */
export function isPssOnly(spki: Uint8Array): boolean {
  return keyName(spki) === rsaPss;
}

/** The same RSA key under the plain name, the only one Web Crypto reads; any other key as it is. Throws `der-malformed`. */
export function plainRsaKey(spki: Uint8Array): Uint8Array {
  if (!isPssOnly(spki)) return spki;
  const members = new DerMembers(readDer(spki));
  members.take(tag.sequence);
  const key = members.take(tag.bitString);
  const name = write.sequence(write.objectIdentifier(rsaEncryption), write.nullValue());
  return write.sequence(name, write.der(tag.bitString, key.content));
}

function keyName(spki: Uint8Array): string {
  const algorithm = new DerMembers(readDer(spki)).take(tag.sequence);
  return readOid(new DerMembers(algorithm).take(tag.oid));
}
