import { createHash } from 'node:crypto';
import type { NameAttribute } from '@hocba/signature';
import type { Trust } from '@hocba/verify';
import {
  type CertificateKind,
  exportKey,
  generateKey,
  type Issuer,
  issueCertificate,
  type KeyKind,
  newSerialNumber,
  type SigningKey,
  TestAuthority,
} from '../../simulators/certificate-authority/authority.ts';

/** When everything in the samples happens: in the last week of the school year. */
export const sampleTime = Date.parse('2026-05-29T08:15:00Z');

/** When the samples are verified: three days later. */
export const verifyTime = sampleTime + 3 * 86_400_000;

const year = 365 * 86_400_000;

export interface SampleIdentity {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly key: SigningKey;
  readonly privateKeyPkcs8: Uint8Array;
}

export interface SampleOrder {
  readonly commonName: string;
  readonly organisation: string;
  readonly kind?: CertificateKind;
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly issuer?: Issuer;
}

/** A test authority that writes names as schools' certificates have them. */
export class SampleAuthority extends TestAuthority {
  readonly #keyKind: KeyKind;

  constructor(keyKind: KeyKind = 'p-256') {
    super(sampleTime, keyKind);
    this.#keyKind = keyKind;
  }

  issueTo({ commonName, organisation, kind = 'staff', issuer = this.authority, ...dates }: SampleOrder): SampleIdentity {
    const key = generateKey(this.#keyKind);
    const subject: readonly (readonly [NameAttribute, string])[] = [
      ['country', 'VN'],
      ['organisationalUnit', 'THỬ NGHIỆM'],
      ['organisation', organisation],
      ['commonName', commonName],
    ];
    const validity = { notBefore: sampleTime - year, notAfter: sampleTime + 2 * year, ...dates };
    const order = { kind, subject, spki: key.spki, serialNumber: newSerialNumber(), ...validity };
    const certificate = issueCertificate(order, issuer);
    return { certificate, chain: [issuer.certificate], key, privateKeyPkcs8: exportKey(key) };
  }

  /** All a verifier needs to know: this authority, its lists, and one school's seals. */
  trust({ schoolId, seals }: { schoolId: string; seals: readonly SampleIdentity[] }): Trust {
    const sealCertificateSha256 = seals.map(({ certificate }) => createHash('sha256').update(certificate).digest('hex'));
    return {
      anchors: this.anchors,
      intermediates: this.intermediates,
      crls: this.crls(verifyTime),
      ocsps: [],
      issuers: [{ schoolId, sealCertificateSha256, validFrom: '2025-09-01' }],
      issuersAsOf: '2026-06-01',
    };
  }
}
