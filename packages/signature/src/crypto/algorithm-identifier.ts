import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed } from '../der/reader.ts';
import { readOid, readSmallInteger } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { explicit, integer, nullValue, objectIdentifier, sequence } from '../der/writer.ts';
import {
  type DigestAlgorithm,
  digestAlgorithmByOid,
  digestAlgorithms,
  digestOf,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from './algorithms.ts';

const mgf1 = '1.2.840.113549.1.1.8';
const pss = signatureAlgorithms['rsa-pss-sha256'].oid;
const rsaEncryption = '1.2.840.113549.1.1.1';

/** AlgorithmIdentifier of a signature. @spec RFC 4055, RFC 5758, RFC 8410 */
export function signatureAlgorithmIdentifier(algorithm: SignatureAlgorithm): Uint8Array {
  const { family, padding, oid } = signatureAlgorithms[algorithm];
  if (padding === 'pss') return sequence(objectIdentifier(oid), pssParameters(digestOf(algorithm)));
  return family === 'rsa' ? sequence(objectIdentifier(oid), nullValue()) : sequence(objectIdentifier(oid));
}

/** AlgorithmIdentifier of a digest, without parameters. @spec RFC 5754 2 */
export function digestAlgorithmIdentifier(algorithm: DigestAlgorithm): Uint8Array {
  return sequence(objectIdentifier(digestAlgorithms[algorithm].oid));
}

/** The digest named, or undefined where it is none of ours. Parameters absent or NULL. */
export function readDigestAlgorithm(value: DerValue): DigestAlgorithm | undefined {
  const members = new DerMembers(value);
  const oid = readOid(members.take(tag.oid));
  members.takeIf(tag.null);
  members.end();
  return digestAlgorithmByOid(oid);
}

/**
 * The signature algorithm named, or undefined where it is none of ours. CMS may name only `rsaEncryption` and leave the
 * digest to the digestAlgorithm beside it. @spec RFC 5754 3.2
 */
export function readSignatureAlgorithm(value: DerValue, digest?: DigestAlgorithm): SignatureAlgorithm | undefined {
  const members = new DerMembers(value);
  const oid = readOid(members.take(tag.oid));
  if (oid === pss) return readPss(members);
  const parameters = members.takeIf(tag.null);
  members.end();
  const found = names.find((name) =>
    oid === rsaEncryption
      ? signatureAlgorithms[name].padding === 'pkcs1' && signatureAlgorithms[name].digest === digest
      : signatureAlgorithms[name].oid === oid,
  );
  const family = found === undefined ? undefined : signatureAlgorithms[found].family;
  return family !== 'rsa' && parameters !== undefined ? undefined : found;
}

/** PSS as this package accepts it: one digest for everything, MGF1; the salt may have any length that is told. */
function readPss(members: DerMembers): SignatureAlgorithm | undefined {
  const parameters = new DerMembers(members.take(tag.sequence));
  members.end();
  const hash = parameters.takeIf(contextTag(0));
  const mask = parameters.takeIf(contextTag(1));
  const salt = parameters.takeIf(contextTag(2));
  const trailer = parameters.takeIf(contextTag(3));
  parameters.end();
  if (hash === undefined || mask === undefined || salt === undefined) return undefined;
  const digest = readDigestAlgorithm(insideExplicit(hash));
  if (digest === undefined || maskDigest(insideExplicit(mask)) !== digest) return undefined;
  if (trailer !== undefined && readSmallInteger(insideExplicit(trailer)) !== 1) return undefined;
  return names.find(
    (name) => signatureAlgorithms[name].padding === 'pss' && signatureAlgorithms[name].digest === digest,
  );
}

/** Bytes of the salt in an AlgorithmIdentifier of RSA-PSS, where they are not those of its digest. Throws `der-malformed`. */
export function pssSaltLength(value: DerValue, algorithm: SignatureAlgorithm | undefined): number | undefined {
  if (algorithm === undefined || signatureAlgorithms[algorithm].padding !== 'pss') return undefined;
  const [, parameters] = childrenOf(value);
  const salt = parameters && childrenOf(parameters).find((member) => member.tag === contextTag(2));
  const length = salt && readSmallInteger(insideExplicit(salt));
  return length === digestAlgorithms[digestOf(algorithm)].length ? undefined : length;
}

function maskDigest(value: DerValue): DigestAlgorithm | undefined {
  const [oid, digest] = childrenOf(value);
  if (oid === undefined || digest === undefined) throw malformed('MaskGenAlgorithm');
  return readOid(oid) === mgf1 ? readDigestAlgorithm(digest) : undefined;
}

function pssParameters(digest: DigestAlgorithm): Uint8Array {
  const { oid, length } = digestAlgorithms[digest];
  const hash = sequence(objectIdentifier(oid), nullValue());
  return sequence(explicit(0, hash), explicit(1, sequence(objectIdentifier(mgf1), hash)), explicit(2, integer(length)));
}

const names = Object.keys(signatureAlgorithms) as readonly SignatureAlgorithm[];
