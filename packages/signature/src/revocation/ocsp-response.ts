import { type DistinguishedName, readName } from '../certificate/distinguished-name.ts';
import { defined, readExtensionList } from '../certificate/extensions.ts';
import type { SignedObject } from '../certificate/issued-by.ts';
import { extensionOid } from '../certificate/object-identifiers.ts';
import { type DigestAlgorithm, pssSaltLength, readDigestAlgorithm, readSignatureAlgorithm } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { childrenOf, DerMembers, type DerValue, insideExplicit, malformed, readDer } from '../der/reader.ts';
import {
  readOctetString,
  readOid,
  readSerialNumber,
  readSignatureBytes,
  readSmallInteger,
  readTime,
  toHex,
} from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { SignatureError } from '../errors.ts';
import { type RevocationReason, reasonByNumber } from './revocation-reason.ts';

const basicResponseOid = '1.3.6.1.5.5.7.48.1.1';

/** Answers about a whole authority’s certificates are not what OCSP is for. */
const mostBytes = 1024 * 1024;

/** A successful OCSP response. @spec RFC 6960 4.2 */
export interface OcspResponse extends SignedObject {
  readonly der: Uint8Array;
  readonly responder: { readonly name: DistinguishedName } | { readonly keyHash: string };
  /** Epoch milliseconds. */
  readonly producedAt: number;
  readonly answers: readonly OcspAnswer[];
  readonly nonce?: Uint8Array;
  /** DER of the certificates sent along. */
  readonly certificates: readonly Uint8Array[];
}

export interface OcspAnswer {
  readonly digestAlgorithm?: DigestAlgorithm;
  /** Hex. */
  readonly issuerNameHash: string;
  readonly issuerKeyHash: string;
  readonly serialNumber: string;
  readonly standing: 'good' | 'unknown' | { readonly revokedAt: number; readonly reason: RevocationReason };
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  /** Certificates that expired at this time or later are still answered for, epoch ms. @spec RFC 6960 4.4.4 */
  readonly archiveCutoff?: number;
}

const statusNames = ['successful', 'malformedRequest', 'internalError', 'tryLater', '', 'sigRequired', 'unauthorized'];

/**
 * The same bytes give the same object. At most 1 MB. Throws `ocsp-malformed`, and `ocsp-refused` when the responder said anything but
 * successful.
 */
export const parseOcspResponse: (der: Uint8Array) => OcspResponse = keptByBytes(readOrThrow, 300);

function readOrThrow(der: Uint8Array): OcspResponse {
  try {
    if (der.length > mostBytes) throw malformed('too large');
    return read(der);
  } catch (error) {
    if (error instanceof SignatureError && error.code === 'ocsp-refused') throw error;
    throw new SignatureError('ocsp-malformed', error instanceof Error ? error.message : String(error));
  }
}

function read(der: Uint8Array): OcspResponse {
  const outer = new DerMembers(readDer(der));
  const status = readSmallInteger(outer.take(tag.enumerated), tag.enumerated);
  if (status !== 0) throw new SignatureError('ocsp-refused', statusNames[status] ?? `status ${status}`);
  const body = new DerMembers(insideExplicit(outer.take(contextTag(0))));
  outer.end();
  if (readOid(body.take(tag.oid)) !== basicResponseOid) throw malformed('no basic response');
  const basic = new DerMembers(readDer(readOctetString(body.take(tag.octetString))));
  body.end();
  const data = basic.take(tag.sequence);
  const algorithm = basic.take(tag.sequence);
  const signatureAlgorithm = readSignatureAlgorithm(algorithm);
  const signature = readSignatureBytes(basic.take(tag.bitString));
  const certificates = basic.takeIf(contextTag(0));
  basic.end();
  return {
    ...{ der, tbs: data.bytes, signature },
    signatureAlgorithmOid: readOid(new DerMembers(algorithm).take(tag.oid)),
    ...defined({ signatureAlgorithm, saltLength: pssSaltLength(algorithm, signatureAlgorithm) }),
    ...readResponseData(data),
    certificates: certificates === undefined ? [] : childrenOf(insideExplicit(certificates)).map(({ bytes }) => bytes),
  };
}

function readResponseData(data: DerValue) {
  const members = new DerMembers(data);
  members.takeIf(contextTag(0));
  const responder = readResponder(members.take());
  const producedAt = readTime(members.take(tag.generalizedTime), true);
  const answers = childrenOf(members.take(tag.sequence)).map(readAnswer);
  const extensionList = members.takeIf(contextTag(1));
  members.end();
  const extensions = extensionList === undefined ? [] : readExtensionList(insideExplicit(extensionList));
  const nonce = extensions.find(({ oid }) => oid === extensionOid.ocspNonce)?.value;
  const unknown = extensions.find(({ oid, critical }) => critical && oid !== extensionOid.ocspNonce);
  if (unknown !== undefined) throw malformed(`critical extension ${unknown.oid}`);
  return { responder, producedAt, answers, ...defined({ nonce: nonce && nonceBytes(nonce) }) };
}

/** RFC 8954 wraps the nonce in an OCTET STRING; older responders put the bytes bare. */
function nonceBytes(value: DerValue): Uint8Array {
  return value.tag === tag.octetString ? value.content : value.bytes;
}

function readResponder(value: DerValue): OcspResponse['responder'] {
  if (value.tag === contextTag(1)) return { name: readName(insideExplicit(value)) };
  if (value.tag === contextTag(2)) return { keyHash: toHex(readOctetString(insideExplicit(value))) };
  throw malformed('ResponderID');
}

function readAnswer(value: DerValue): OcspAnswer {
  const members = new DerMembers(value);
  const certId = new DerMembers(members.take(tag.sequence));
  const standing = readStanding(members.take());
  const thisUpdate = readTime(members.take(tag.generalizedTime), true);
  const nextUpdate = members.takeIf(contextTag(0));
  const extensions = members.takeIf(contextTag(1));
  members.end();
  const extensionList = extensions === undefined ? [] : readExtensionList(insideExplicit(extensions));
  const cutoff = extensionList.find(({ oid }) => oid === extensionOid.ocspArchiveCutoff);
  if (extensionList.some((one) => one.critical && one !== cutoff)) throw malformed('critical extension of an answer');
  return {
    ...defined({ digestAlgorithm: readDigestAlgorithm(certId.take(tag.sequence)) }),
    issuerNameHash: toHex(readOctetString(certId.take())),
    issuerKeyHash: toHex(readOctetString(certId.take())),
    serialNumber: readSerialNumber(certId.take()),
    standing,
    thisUpdate,
    ...defined({
      nextUpdate: nextUpdate && readTime(insideExplicit(nextUpdate), true),
      archiveCutoff: cutoff && readTime(cutoff.value, true),
    }),
  };
}

function readStanding(value: DerValue): OcspAnswer['standing'] {
  switch (value.tag) {
    case contextTag(0, 'primitive'):
      return 'good';
    case contextTag(2, 'primitive'):
      return 'unknown';
    case contextTag(1): {
      const members = new DerMembers(value, value.tag);
      const revokedAt = readTime(members.take(tag.generalizedTime), true);
      const reason = members.takeIf(contextTag(0));
      members.end();
      const number = reason === undefined ? 0 : readSmallInteger(insideExplicit(reason), tag.enumerated);
      return { revokedAt, reason: reasonByNumber(number) };
    }
    default:
      throw malformed('CertStatus');
  }
}
