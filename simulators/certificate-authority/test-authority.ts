import { randomBytes } from 'node:crypto';
import {
  DerMembers,
  type NameAttribute,
  parseCertificate,
  readDer,
  type Signer,
  tag,
  writeDer,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { answerOcspRequest, askedSerialNumbers, type CertificateStanding } from './answer-ocsp.ts';
import { type CertificateKind, type Issuer, issueCertificate, issueRoot } from './issue-certificate.ts';
import { issueCrl, type RevocationReasonName, type RevokedCertificate } from './issue-crl.ts';
import { answerTimestampRequest } from './issue-timestamp.ts';
import { exportKey, generateKey, type KeyKind, type SigningKey, signerOver } from './keys.ts';

const day = 86_400_000;
const year = 365 * day;

/** A certificate of the test authority with everything to sign by it. */
export interface TestIdentity {
  readonly certificate: Uint8Array;
  /** The issuing authority's certificate; the root is left out. */
  readonly chain: readonly Uint8Array[];
  readonly key: SigningKey;
  readonly privateKeyPkcs8: Uint8Array;
  readonly signer: Signer;
}

export interface TestCertificateOrder {
  readonly kind?: CertificateKind;
  readonly commonName?: string;
  /** Further attributes of the name; an organisation replaces the authority's own invented one. */
  readonly subject?: readonly (readonly [NameAttribute, string])[];
  readonly keyKind?: KeyKind;
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly extraExtensions?: readonly Uint8Array[];
  /** Signed by this instead of the issuing authority. */
  readonly issuer?: Issuer;
  readonly pathLength?: number;
}

/** A whole authority in memory; see `createTestAuthority`. */
export class TestAuthority {
  readonly root: Issuer;
  readonly authority: Issuer;
  readonly tsa: Issuer;
  readonly responder: Issuer;
  /** What a checker needs: the root, and the issuing authority's certificate. */
  readonly anchors: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
  readonly #at: number;
  readonly #revoked: RevokedCertificate[] = [];

  constructor(at: number, keyKind: KeyKind) {
    const own = { keyKind, ...validityAround(at) };
    const authorityOrder = { kind: 'authority', commonName: 'CA chuyên dùng THỬ NGHIỆM', pathLength: 0 } as const;
    this.#at = at;
    this.root = makeRoot(keyKind, at);
    this.authority = issueTo(this.root, { ...own, ...authorityOrder });
    this.tsa = issueTo(this.authority, { ...own, kind: 'tsa', commonName: 'Dịch vụ dấu thời gian THỬ NGHIỆM' });
    this.responder = issueTo(this.authority, { ...own, kind: 'ocsp', commonName: 'Dịch vụ OCSP THỬ NGHIỆM' });
    this.anchors = [this.root.certificate];
    this.intermediates = [this.authority.certificate];
  }

  /** A certificate of the issuing authority with a new key; staff and P-256 unless the order says otherwise. */
  issue(order: TestCertificateOrder = {}): TestIdentity {
    const issuer = order.issuer ?? this.authority;
    const usual = { kind: 'staff', commonName: 'Người ký THỬ NGHIỆM', keyKind: 'p-256' } as const;
    const identity = issueTo(issuer, { ...usual, ...validityAround(this.#at), ...order });
    const chain = [issuer.certificate];
    return {
      ...identity,
      chain,
      privateKeyPkcs8: exportKey(identity.key),
      signer: signerOver(identity.key, identity.certificate, chain),
    };
  }

  revoke(certificate: Uint8Array, when: number, reason?: RevocationReasonName): void {
    const { serialNumber } = parseCertificate(certificate);
    this.#revoked.push({ serialNumber, at: when, ...(reason === undefined ? {} : { reason }) });
  }

  /** CRLs of the root and of the issuing authority as they stand, made at this time and good for 7 days. */
  crls(thisUpdate: number = this.#at): readonly Uint8Array[] {
    const order = { thisUpdate, nextUpdate: thisUpdate + 7 * day, number: Math.floor(thisUpdate / 1000) };
    const lists = [issueCrl({ ...order, revoked: this.#revoked }, this.authority)];
    return [...lists, issueCrl({ ...order, revoked: [] }, this.root)];
  }

  /** OCSPRequest → OCSPResponse, good for a day. */
  ocsp(request: Uint8Array, when: number = this.#at): Uint8Array {
    const standingOf = (serial: string): CertificateStanding =>
      this.#revoked.find(({ serialNumber }) => serialNumber === serial) ?? 'good';
    const asked = askedSerialNumbers(request) ?? [];
    const standings = new Map(asked.map((serial) => [serial, standingOf(serial)]));
    const issuerCertificate = this.authority.certificate;
    return answerOcspRequest(
      { request, standings, issuerCertificate, at: when, nextUpdate: when + day },
      this.responder,
    );
  }

  /** A timestamp token (ContentInfo, DER) over the data, with the TSA's chain inside. */
  timestamp(data: Uint8Array, when: number = this.#at): Uint8Array {
    return tokenOf(this.answerTimestamp(timestampRequest(data), when));
  }

  /** TimeStampReq → TimeStampResp. */
  answerTimestamp(request: Uint8Array, when: number = this.#at): Uint8Array {
    const order = { request, at: when, serialNumber: newSerialNumber(), chain: [this.authority.certificate] };
    return answerTimestampRequest(order, this.tsa);
  }
}

/**
 * A whole authority in memory: root → issuing → staff, seals, TSA, OCSP. All its keys are P-256 unless asked otherwise.
 * `at` (epoch ms) is the middle of its life: certificates begin a year before and end two years after.
 */
export function createTestAuthority({ at, keyKind = 'p-256' }: { at: number; keyKind?: KeyKind }): TestAuthority {
  return new TestAuthority(at, keyKind);
}

function validityAround(at: number): { notBefore: number; notAfter: number } {
  return { notBefore: at - year, notAfter: at + 2 * year };
}

/** 16 random bytes, positive, as hex. */
export function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

function makeRoot(keyKind: KeyKind, at: number): Issuer {
  const key = generateKey(keyKind);
  const subject = testName('Chứng thực gốc THỬ NGHIỆM');
  const validity = { notBefore: at - 5 * year, notAfter: at + 15 * year };
  return { certificate: issueRoot({ subject, serialNumber: newSerialNumber(), ...validity }, key), key };
}

type CompleteOrder = TestCertificateOrder &
  Required<Pick<TestCertificateOrder, 'kind' | 'commonName' | 'keyKind' | 'notBefore' | 'notAfter'>>;

function issueTo(issuer: Issuer, order: CompleteOrder): Issuer {
  const key = generateKey(order.keyKind);
  const given = order.subject ?? [];
  const own = given.some(([attribute]) => attribute === 'organisation');
  const usual = testName(order.commonName).map((part) =>
    own && part[0] === 'organisation' ? (['organisationalUnit', 'THỬ NGHIỆM'] as const) : part,
  );
  const subject = [...usual, ...given];
  const certificate = issueCertificate({ ...order, subject, spki: key.spki, serialNumber: newSerialNumber() }, issuer);
  return { certificate, key };
}

/** A name nobody can take for a real one. */
export function testName(commonName: string): readonly (readonly [NameAttribute, string])[] {
  return [
    ['country', 'VN'],
    ['organisation', 'Hocba THỬ NGHIỆM'],
    ['commonName', commonName],
  ];
}

function timestampRequest(data: Uint8Array): Uint8Array {
  const { boolean, integer, nullValue, objectIdentifier, octetString, sequence } = writeDer;
  const sha256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), nullValue());
  return sequence(integer(1), sequence(sha256, octetString(nodeCrypto.digest('sha-256', data))), boolean(true));
}

function tokenOf(response: Uint8Array): Uint8Array {
  const members = new DerMembers(readDer(response));
  members.take(tag.sequence);
  return members.take(tag.sequence).bytes;
}
