import {
  answerOcspRequest,
  answerTimestampRequest,
  createTestAuthority,
  type Issuer,
  newSerialNumber,
  type TestAuthority,
  type TestIdentity,
} from '../../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import type { DigestAlgorithm } from '../crypto/index.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { defaultValidationPolicy } from '../crypto-policy/index.ts';
import { concat } from '../der/writer.ts';
import { buildOcspRequest } from '../revocation/index.ts';
import { buildTimestampRequest, parseTimestampResponse } from '../timestamp/index.ts';
import type { SignatureEvidence, TimestampEvidence } from './signature-evidence.ts';
import type { ValidationContext } from './validation-context.ts';
import { noMaterial } from './validation-material.ts';

/** Evidence by hand, on real certificates, lists and tokens: so that each test shows what is special in it. */

export const hour = 3_600_000;
export const day = 24 * hour;
export const year = 365 * day;
/** When things are signed in these tests. */
export const signed = Date.parse('2026-01-10T08:00:00Z');

/**
 * An authority, a signatory whose certificate runs a year from a month before, and an authority for the archive that begins a day before
 * and runs for three years. */
export class World {
  readonly authority: TestAuthority = createTestAuthority({ at: signed });
  readonly archive: TestAuthority = createTestAuthority({ at: signed + 364 * day });
  readonly signer: TestIdentity = this.authority.issue({ notBefore: signed - 30 * day, notAfter: signed + 335 * day });
  /** A timestamp authority whose certificate ends before the one it belongs to. */
  readonly shortTsa: TestIdentity = this.authority.issue({ kind: 'tsa', notAfter: signed + 180 * day });
  readonly signatureValue: Uint8Array = new TextEncoder().encode('the signature value');

  evidence(given: Partial<SignatureEvidence> = {}): SignatureEvidence {
    return {
      ...{ id: 'sig-1', where: '/HocBa/ChuKy[1]', format: 'XAdES', level: 'B-LT', problems: [] },
      covered: [{ uri: '#tt', what: '/HocBa/ThongTin', intact: true, found: true }],
      ...{ signatureIntact: true, signingCertificateBound: true, algorithm: 'ecdsa-sha256' },
      signingCertificate: parseCertificate(this.signer.certificate),
      algorithmsUsed: [
        { role: 'signature', algorithm: 'ecdsa-sha256', keyBits: 256, where: 'SignatureMethod' },
        { role: 'digest', algorithm: 'sha-256', where: '#tt' },
      ],
      claimedSigningTime: signed,
      certificates: [this.signer.certificate, this.authority.authority.certificate],
      ...{ crls: this.authority.crls(signed + hour), ocsps: [], timestamps: [] },
      ...{ changesAfter: [], coversWholeFile: true },
      ...given,
    };
  }

  context(at: number, given: Partial<ValidationContext> = {}): ValidationContext {
    const anchors = [...this.authority.anchors, ...this.archive.anchors];
    return {
      anchors: anchors.map((der) => ({ certificate: parseCertificate(der) })),
      material: noMaterial,
      at,
      policy: defaultValidationPolicy,
      crypto: nodeCrypto,
      ...given,
    };
  }

  /** A signature timestamp; `over` other bytes when it is copied from elsewhere. */
  timestamp(when: number, { tsa, over, kind = 'signature' }: TimestampOrder = {}): TimestampEvidence {
    const data = over ?? this.signatureValue;
    const token = stamp(data, when, tsa ?? this.authority.tsa);
    const proves = { signatureValue: kind !== 'content', signedData: true, objects: [] };
    const imprint = (algorithm: DigestAlgorithm) => nodeCrypto.digest(algorithm, this.signatureValue);
    return { id: `${kind}-timestamp`, kind, token, imprint, proves };
  }

  /** An archive timestamp over the signature and these objects. */
  archiveTimestamp(when: number, objects: readonly Uint8Array[], tsa: Issuer = this.archive.tsa): TimestampEvidence {
    const data = concat(this.signatureValue, ...objects);
    const proves = { signatureValue: true, signedData: true, objects };
    const imprint = (algorithm: DigestAlgorithm) => nodeCrypto.digest(algorithm, data);
    return { id: 'archive-timestamp', kind: 'archive', token: stamp(data, when, tsa), imprint, proves };
  }

  /** An answer that a certificate is good, by the authority's responder or another. */
  ocspAbout(certificate: Uint8Array, at: number, responder: Issuer = this.authority.responder): Uint8Array {
    const issuerCertificate = this.authority.authority.certificate;
    const asked = parseCertificate(certificate);
    const issuer = parseCertificate(issuerCertificate);
    const request = buildOcspRequest({ certificate: asked, issuer, crypto: nodeCrypto });
    const standings = new Map([[asked.serialNumber, 'good' as const]]);
    return answerOcspRequest({ request, issuerCertificate, standings, at, nextUpdate: at + day }, responder);
  }
}

interface TimestampOrder {
  readonly tsa?: Issuer;
  readonly over?: Uint8Array;
  readonly kind?: TimestampEvidence['kind'];
}

function stamp(data: Uint8Array, at: number, tsa: Issuer): Uint8Array {
  const digest = nodeCrypto.digest('sha-256', data);
  const nonce = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const request = buildTimestampRequest(digest, nonce);
  const order = { request, at, serialNumber: newSerialNumber(), chain: [] };
  return parseTimestampResponse(answerTimestampRequest(order, tsa), { digest, nonce }).der;
}
