import { type Certificate, type PathReport, parseCertificate, validatePath } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { Clock } from '../clock.ts';
import type { RevocationSource } from './revocation-source.ts';
import type { TrustedCertificates } from './trust-directory.ts';

/** Judges whether a certificate may sign now: path to our anchors, validity, usage, not revoked by fresh evidence. */
export interface CertificateJudge {
  judge(certificate: Uint8Array, chain: readonly Uint8Array[]): Promise<PathReport>;
  readonly trusted: TrustedCertificates;
  readonly revocation: RevocationSource;
}

export function createCertificateJudge(of: {
  trusted: TrustedCertificates;
  revocation: RevocationSource;
  clock: Clock;
}): CertificateJudge {
  const { trusted, revocation, clock } = of;
  return {
    trusted,
    revocation,
    judge: async (certificate, chain) => {
      const leaf = parseCertificate(certificate);
      const intermediates = [...chain, ...trusted.intermediates];
      const ocsp = await ocspFor(leaf, [...intermediates, ...trusted.anchors], revocation);
      return validatePath({
        leaf,
        intermediates,
        anchors: trusted.anchors,
        at: clock.now().getTime(),
        crls: await revocation.crls(),
        ocsps: ocsp ? [ocsp] : [],
        crypto: nodeCrypto,
      });
    },
  };
}

async function ocspFor(leaf: Certificate, issuers: readonly Uint8Array[], revocation: RevocationSource) {
  const issuer = issuers.map((der) => parseCertificate(der)).find((each) => each.subject.text === leaf.issuer.text);
  return issuer && revocation.ocsp(leaf, issuer);
}
