import { createHash } from 'node:crypto';
import {
  childrenOf,
  contextTag,
  DerMembers,
  type DerValue,
  extensionOid,
  insideExplicit,
  parseCertificate,
  readDer,
  readIntegerHex,
  readOctetString,
  readOid,
  signatureAlgorithmIdentifier,
  subjectPublicKeyBytes,
  tag,
  writeDer,
} from '@hocba/signature';
import { derSignature, type Issuer } from './issue-certificate.ts';
import { type RevokedCertificate, revocationReasons } from './issue-crl.ts';

const { bitString, der, explicit, generalizedTime, integer, objectIdentifier, octetString, sequence } = writeDer;

const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const digestNames: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

/** What the authority says of a serial number of its own. */
export type CertificateStanding = 'good' | 'unknown' | RevokedCertificate;

export interface OcspOrder {
  /** OCSPRequest, DER. */
  readonly request: Uint8Array;
  /** The authority whose certificates are asked about. */
  readonly issuerCertificate: Uint8Array;
  readonly standings: ReadonlyMap<string, CertificateStanding>;
  /** Epoch milliseconds: producedAt and thisUpdate. */
  readonly at: number;
  readonly nextUpdate?: number;
}

/** The serial numbers a request asks about, hex; undefined when it cannot be read. */
export function askedSerialNumbers(request: Uint8Array): readonly string[] | undefined {
  return readRequest(request)?.certIds.map(serialNumberOf);
}

/** OCSPResponse signed by the responder; `malformedRequest` when the request cannot be read. @spec RFC 6960 4.2 */
export function answerOcspRequest(order: OcspOrder, responder: Issuer): Uint8Array {
  const request = readRequest(order.request);
  if (request === undefined) return sequence(integer(1, tag.enumerated));
  const responderKey = parseCertificate(responder.certificate).spki;
  const data = sequence(
    explicit(2, octetString(hash('sha1', subjectPublicKeyBytes(responderKey)))),
    generalizedTime(order.at),
    sequence(...request.certIds.map((certId) => singleResponse(certId, order))),
    request.nonce === undefined ? undefined : explicit(1, sequence(request.nonce.bytes)),
  );
  const basic = sequence(
    data,
    signatureAlgorithmIdentifier(responder.key.algorithm),
    bitString(derSignature(data, responder.key)),
    explicit(0, sequence(responder.certificate)),
  );
  const responseBytes = sequence(objectIdentifier(basicResponse), octetString(basic));
  return sequence(integer(0, tag.enumerated), explicit(0, responseBytes));
}

/** An answer of the responder that it cannot answer now. */
export function tryLaterAnswer(): Uint8Array {
  return sequence(integer(3, tag.enumerated));
}

function singleResponse(certId: DerValue, order: OcspOrder): Uint8Array {
  const known = isOf(certId, order.issuerCertificate);
  const standing = (known ? order.standings.get(serialNumberOf(certId)) : undefined) ?? 'unknown';
  return sequence(
    certId.bytes,
    statusOf(standing),
    generalizedTime(order.at),
    order.nextUpdate === undefined ? undefined : explicit(0, generalizedTime(order.nextUpdate)),
  );
}

function statusOf(standing: CertificateStanding): Uint8Array {
  if (standing === 'good') return der(0x80);
  if (standing === 'unknown') return der(0x82);
  const { at, reason } = standing;
  const said = reason === undefined ? undefined : explicit(0, integer(revocationReasons[reason], tag.enumerated));
  return der(0xa1, generalizedTime(at), said ?? new Uint8Array());
}

function readRequest(bytes: Uint8Array): { certIds: DerValue[]; nonce: DerValue | undefined } | undefined {
  try {
    const members = new DerMembers(new DerMembers(readDer(bytes)).take(tag.sequence));
    members.takeIf(contextTag(0));
    members.takeIf(contextTag(1));
    const certIds = childrenOf(members.take(tag.sequence)).map((one) => new DerMembers(one).take(tag.sequence));
    const extensions = members.takeIf(contextTag(2));
    members.end();
    const list = extensions === undefined ? [] : childrenOf(insideExplicit(extensions));
    const nonce = list.find((one) => readOid(new DerMembers(one).take(tag.oid)) === extensionOid.ocspNonce);
    return { certIds, nonce };
  } catch {
    return undefined;
  }
}

function serialNumberOf(certId: DerValue): string {
  const [, , , serialNumber] = childrenOf(certId);
  if (serialNumber === undefined) throw new Error('CertID without serial number');
  return readIntegerHex(serialNumber);
}

function isOf(certId: DerValue, issuerCertificate: Uint8Array): boolean {
  const [algorithm, name, key] = childrenOf(certId);
  if (algorithm === undefined || name === undefined || key === undefined) return false;
  const digest = digestNames[readOid(new DerMembers(algorithm).take(tag.oid))];
  if (digest === undefined) return false;
  const issuer = parseCertificate(issuerCertificate);
  return (
    hash(digest, issuer.subject.der).equals(readOctetString(name)) &&
    hash(digest, subjectPublicKeyBytes(issuer.spki)).equals(readOctetString(key))
  );
}

function hash(digest: string, bytes: Uint8Array): Buffer {
  return createHash(digest).update(bytes).digest();
}
