import { parseCertificate } from '../certificate/parse-certificate.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { afterExpiry, crlsAt, judgeCases, listOf, timestamped } from './test-judgement-cases.ts';
import { day, hour, signed, type World } from './test-world.ts';

const serialOf = (certificate: Uint8Array) => parseCertificate(certificate).serialNumber;

judgeCases('revocation', {
  'revoked after the timestamp': {
    at: signed + 2 * day,
    evidence: (world) => revokedSigner(world, { revokedAt: signed + day, timestamped: true }),
    verdict: 'TOTAL-PASSED',
  },
  'revoked before the timestamp': {
    at: signed + 2 * day,
    evidence: (world) => revokedSigner(world, { revokedAt: signed - day, timestamped: true }),
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
  'revoked, no timestamp': {
    at: signed + 2 * day,
    evidence: (world) => revokedSigner(world, { revokedAt: signed + day, timestamped: false }),
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
  'revoked before the data itself was timestamped': {
    at: signed + 2 * day,
    evidence: (world) => ({
      ...revokedSigner(world, { revokedAt: signed - day, timestamped: false }),
      timestamps: [world.timestamp(signed, { kind: 'content' })],
    }),
    verdict: 'TOTAL-FAILED/REVOKED',
  },
  'on hold': {
    at: signed + 2 * day,
    evidence: (world) => {
      world.authority.revoke(world.signer.certificate, signed - day, 'certificateHold');
      return crlsAt(world, signed + day);
    },
    verdict: 'INDETERMINATE/TRY_LATER',
  },
  'authority revoked before anything was proven': {
    at: signed + 2 * day,
    evidence: ({ authority }) => {
      const serial = serialOf(authority.authority.certificate);
      const [own] = authority.crls(signed + hour);
      return { crls: [listOf(serial, signed - day, authority.root, signed + day), ...(own ? [own] : [])] };
    },
    verdict: 'INDETERMINATE/REVOKED_CA_NO_POE',
  },
  'timestamp authority revoked for key compromise': {
    at: afterExpiry,
    evidence: (world) => {
      world.authority.revoke(world.authority.tsa.certificate, signed + day, 'keyCompromise');
      return { ...timestamped(world), ...crlsAt(world, signed + 2 * day) };
    },
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp authority closed in good order': {
    at: afterExpiry,
    evidence: (world) => {
      world.authority.revoke(world.authority.tsa.certificate, signed + day, 'cessationOfOperation');
      return { ...timestamped(world), ...crlsAt(world, signed + 2 * day) };
    },
    verdict: 'TOTAL-PASSED',
  },
  'OCSP responder expired': {
    at: signed + 20 * day,
    evidence: (world) => ({ ...timestamped(world), ...responderEnding(world, signed + 10 * day) }),
    verdict: 'INDETERMINATE/REVOCATION_OUT_OF_BOUNDS_NO_POE',
  },
});

function revokedSigner(world: World, { revokedAt, timestamped: has }: { revokedAt: number; timestamped: boolean }) {
  world.authority.revoke(world.signer.certificate, revokedAt, 'keyCompromise');
  return { ...crlsAt(world, signed + day + hour), ...(has ? timestamped(world) : {}) };
}

function responderEnding(world: World, notAfter: number): Partial<SignatureEvidence> {
  const { authority, signer } = world;
  const responder = authority.issue({ kind: 'ocsp', notAfter });
  return {
    crls: authority.crls(signed + hour).slice(1),
    ocsps: [signer, authority.tsa].map(({ certificate }) => world.ocspAbout(certificate, signed + hour, responder)),
  };
}
