import { type DigestAlgorithm, digestAlgorithmByOid } from '../crypto/index.ts';
import { DerMembers, insideExplicit, readDer } from '../der/reader.ts';
import { readOid } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';

const signedData = '1.2.840.113549.1.7.2';
const timestampInfo = '1.2.840.113549.1.9.16.1.4';

export interface Imprint {
  readonly algorithm: DigestAlgorithm | undefined;
  readonly digest: Uint8Array;
}

/** What an RFC 3161 token is over; nothing else of it is read. Throws `der-malformed`. @spec RFC 3161 2.4.2 */
export function readImprint(token: Uint8Array): Imprint {
  const outer = new DerMembers(readDer(token));
  requireOid(outer, signedData);
  const signed = new DerMembers(insideExplicit(outer.take(contextTag(0))));
  signed.take(tag.integer);
  signed.take(tag.set);
  const encapsulated = new DerMembers(signed.take(tag.sequence));
  requireOid(encapsulated, timestampInfo);
  const info = new DerMembers(readDer(insideExplicit(encapsulated.take(contextTag(0))).content));
  info.take(tag.integer);
  info.take(tag.oid);
  const imprint = new DerMembers(info.take(tag.sequence));
  const algorithm = new DerMembers(imprint.take(tag.sequence));
  return {
    algorithm: digestAlgorithmByOid(readOid(algorithm.take(tag.oid))),
    digest: imprint.take(tag.octetString).content,
  };
}

function requireOid(members: DerMembers, oid: string): void {
  if (readOid(members.take(tag.oid)) !== oid) throw new TypeError(`not ${oid}`);
}
