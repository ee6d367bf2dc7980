import { type DistinguishedName, readName } from '../certificate/distinguished-name.ts';
import { defined } from '../certificate/extensions.ts';
import {
  type DigestAlgorithm,
  pssSaltLength,
  readDigestAlgorithm,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
} from '../crypto/index.ts';
import { derFromBer } from '../der/from-ber.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed, readDer, retagged } from '../der/reader.ts';
import { readOctetString, readOid, readSerialNumber, readSmallInteger, toHex } from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { equalBytes, setOf } from '../der/writer.ts';
import { SignatureError } from '../errors.ts';
import { contentTypeOid } from './content-types.ts';

/** @spec RFC 5652 5.1 */
export interface SignedData {
  /** OID. */
  readonly contentType: string;
  /** Absent when detached. */
  readonly content?: Uint8Array;
  /** DER, in the order of the file; other kinds than X.509 are left out. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly signers: readonly SignerInfo[];
}

export interface SignerInfo {
  readonly signer:
    | { readonly issuer: DistinguishedName; readonly serialNumber: string }
    | { readonly subjectKeyIdentifier: string };
  readonly digestAlgorithm?: DigestAlgorithm;
  readonly signatureAlgorithm?: SignatureAlgorithm;
  /** RSA-PSS only: bytes of the salt, where they are not those of the digest. */
  readonly saltLength?: number;
  /** As in the file: ECDSA in DER. */
  readonly signature: Uint8Array;
  readonly signedAttributes: readonly CmsAttribute[];
  /** The DER SET OF that was signed; absent when there were no signed attributes. */
  readonly signedBytes?: Uint8Array;
  /** Whether the attributes stood in the order DER demands. */
  readonly isOrdered: boolean;
  readonly unsignedAttributes: readonly CmsAttribute[];
}

export interface CmsAttribute {
  readonly oid: string;
  readonly values: readonly DerValue[];
}

/**
 * Reads a ContentInfo with SignedData strictly as DER; what others wrote in BER (lengths not told in advance, strings in
 * pieces) is brought into DER first. At most 64 MB. Throws `cms-malformed`.
 */
export function parseSignedData(file: Uint8Array): SignedData {
  try {
    if (file.length > mostBytes) throw malformed('too large');
    return readStrictly(file) ?? read(readDer(derFromBer(file)));
  } catch (error) {
    throw new SignatureError('cms-malformed', error instanceof Error ? error.message : String(error));
  }
}

const mostBytes = 64 * 1024 * 1024;

/** Undefined where it is not DER; then it may be BER, from the outside or somewhere within. */
function readStrictly(file: Uint8Array): SignedData | undefined {
  try {
    return read(readDer(file));
  } catch {
    return undefined;
  }
}

/** The only value of an attribute that stands exactly once; undefined for anything else. */
export function soleAttributeValue(attributes: readonly CmsAttribute[], oid: string): DerValue | undefined {
  const [attribute, ...more] = attributes.filter((one) => one.oid === oid);
  return more.length === 0 && attribute?.values.length === 1 ? attribute.values[0] : undefined;
}

function read(contentInfo: DerValue): SignedData {
  const outer = new DerMembers(contentInfo);
  if (readOid(outer.take(tag.oid)) !== contentTypeOid.signedData) throw malformed('no SignedData');
  const members = new DerMembers(insideExplicit(outer.take(contextTag(0))));
  outer.end();
  if (![1, 3, 4, 5].includes(readSmallInteger(members.take(tag.integer)))) throw malformed('SignedData version');
  const digests = childrenOf(members.take(tag.set), tag.set).map(readDigestAlgorithm);
  const encapsulated = new DerMembers(members.take(tag.sequence));
  const contentType = readOid(encapsulated.take(tag.oid));
  const content = encapsulated.takeIf(contextTag(0));
  encapsulated.end();
  const certificates = members.takeIf(contextTag(0));
  const crls = members.takeIf(contextTag(1));
  const signers = childrenOf(members.take(tag.set), tag.set).map(readSigner);
  members.end();
  // RFC 5652 5.1 only recommends that the list is complete; one that is not has been tampered with.
  if (signers.some((signer) => !digests.includes(signer.digestAlgorithm))) throw malformed('digestAlgorithms');
  return {
    contentType,
    ...defined({ content: content && readOctetString(insideExplicit(content)) }),
    certificates: sequencesOf(certificates),
    crls: sequencesOf(crls),
    signers,
  };
}

function sequencesOf(set: DerValue | undefined): readonly Uint8Array[] {
  if (set === undefined) return [];
  return childrenOf(set, set.tag)
    .filter((member) => member.tag === tag.sequence)
    .map(({ bytes }) => bytes);
}

function readSigner(value: DerValue): SignerInfo {
  const members = new DerMembers(value);
  const version = readSmallInteger(members.take(tag.integer));
  const signer = readSignerIdentifier(members.take(), version);
  const digestAlgorithm = readDigestAlgorithm(members.take(tag.sequence));
  const signed = members.takeIf(contextTag(0));
  const algorithm = members.take(tag.sequence);
  const signatureAlgorithm = readSignatureAlgorithm(algorithm, digestAlgorithm);
  const saltLength = pssSaltLength(algorithm, signatureAlgorithm);
  const signature = readOctetString(members.take(tag.octetString));
  const unsigned = members.takeIf(contextTag(1));
  members.end();
  const signedBytes = signed && retagged(signed, tag.set).bytes;
  const ordered = signed && setOf(childrenOf(signed, signed.tag).map(({ bytes }) => bytes));
  return {
    ...{ signer, signature },
    ...defined({ digestAlgorithm, signatureAlgorithm, saltLength, signedBytes }),
    signedAttributes: readAttributes(signed),
    isOrdered: signedBytes === undefined || ordered === undefined || equalBytes(signedBytes, ordered),
    unsignedAttributes: readAttributes(unsigned),
  };
}

function readSignerIdentifier(value: DerValue, version: number): SignerInfo['signer'] {
  if (version === 3 && value.tag === contextTag(0, 'primitive')) return { subjectKeyIdentifier: toHex(value.content) };
  if (version !== 1) throw malformed('SignerInfo version');
  const members = new DerMembers(value);
  const issuer = readName(members.take(tag.sequence));
  const serialNumber = readSerialNumber(members.take(tag.integer));
  members.end();
  return { issuer, serialNumber };
}

function readAttributes(set: DerValue | undefined): readonly CmsAttribute[] {
  if (set === undefined) return [];
  return childrenOf(set, set.tag).map((value) => {
    const members = new DerMembers(value);
    const oid = readOid(members.take(tag.oid));
    const values = childrenOf(members.take(tag.set), tag.set);
    members.end();
    return { oid, values };
  });
}
