import { type DigestAlgorithm, digestAlgorithms } from '../crypto/index.ts';
import { toHex } from '../der/simple-values.ts';
import { boolean, integer, integerFromHex, nullValue, objectIdentifier, octetString, sequence } from '../der/writer.ts';

/**
 * TimeStampReq over a digest; the authority's certificates are asked for. The nonce (8 random bytes or more) must be kept
 * to check the response. @spec RFC 3161 2.4.1
 */
export function buildTimestampRequest(
  digest: Uint8Array,
  nonce: Uint8Array,
  digestAlgorithm: DigestAlgorithm = 'sha-256',
): Uint8Array {
  const algorithm = sequence(objectIdentifier(digestAlgorithms[digestAlgorithm].oid), nullValue());
  const imprint = sequence(algorithm, octetString(digest));
  return sequence(integer(1), imprint, integerFromHex(toHex(nonce)), boolean(true));
}
