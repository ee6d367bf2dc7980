import { createHmac } from 'node:crypto';
import { DerMembers, insideExplicit, readDer, readOctetString, tag, writeDer } from '@hocba/signature';
import { deriveMacKey } from '@hocba/signature/node';
import { alteredBytes } from './bytes.ts';
import type { Draw } from './numbers.ts';

const { explicit, integer, nullValue, objectIdentifier, octetString, sequence } = writeDer;
const dataOid = '1.2.840.113549.1.7.1';
const sha256Oid = '2.16.840.1.101.3.4.2.1';

/** A key file whose frame is altered, or what is in it, closed again by a right MAC: who made the file knows its password. */
export function alteredKeyFile(password: string) {
  return (input: Uint8Array, draw: Draw): Uint8Array => {
    const authSafe = draw(4) === 0 ? undefined : authSafeOf(input);
    return authSafe === undefined ? alteredBytes(input, draw) : closed(alteredBytes(authSafe, draw), password);
  };
}

function authSafeOf(input: Uint8Array): Uint8Array | undefined {
  try {
    const members = new DerMembers(readDer(input));
    members.take(tag.integer);
    const content = new DerMembers(members.take(tag.sequence));
    content.take(tag.oid);
    return readOctetString(insideExplicit(content.take()));
  } catch {
    return undefined;
  }
}

function closed(authSafe: Uint8Array, password: string): Uint8Array {
  const salt = Uint8Array.of(1, 2, 3, 4);
  const key = deriveMacKey({ password, salt, iterations: 1, digest: 'sha-256' });
  const mac = createHmac('sha256', key).update(authSafe).digest();
  const digestInfo = sequence(sequence(objectIdentifier(sha256Oid), nullValue()), octetString(mac));
  const content = sequence(objectIdentifier(dataOid), explicit(0, octetString(authSafe)));
  return sequence(integer(3), content, sequence(digestInfo, octetString(salt), integer(1)));
}
