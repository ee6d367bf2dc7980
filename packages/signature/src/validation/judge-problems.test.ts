import { parseCertificate } from '../certificate/parse-certificate.ts';
import { defaultValidationPolicy } from '../crypto-policy/index.ts';
import { archived, judgeCases, soon, timestamped } from './test-judgement-cases.ts';
import { day, hour, signed, type World, year } from './test-world.ts';
import type { ValidationContext } from './validation-context.ts';

judgeCases('problems', {
  'signed data changed': {
    at: soon,
    evidence: () => ({ covered: [{ uri: '#tt', what: '/HocBa/ThongTin', intact: false, found: true }] }),
    verdict: 'TOTAL-FAILED/HASH_FAILURE',
  },
  'signed data missing': {
    at: soon,
    evidence: () => ({ covered: [{ uri: 'phu-luc.pdf', what: 'a file', intact: false, found: false }] }),
    verdict: 'INDETERMINATE/SIGNED_DATA_NOT_FOUND',
  },
  'signs nothing': { at: soon, evidence: () => ({ covered: [] }), verdict: 'INDETERMINATE/SIGNED_DATA_NOT_FOUND' },
  'value wrong, and the certificate untrusted': {
    at: soon,
    evidence: () => ({ signatureIntact: false }),
    context: () => ({ anchors: [] }),
    verdict: 'TOTAL-FAILED/SIG_CRYPTO_FAILURE',
  },
  'no certificate': {
    at: soon,
    without: ['signingCertificate', 'signatureIntact'],
    verdict: 'INDETERMINATE/NO_SIGNING_CERTIFICATE_FOUND',
  },
  'format broken': {
    at: soon,
    evidence: () => ({ problems: [{ code: 'structure-wrong', subIndication: 'FORMAT_FAILURE', where: '/x' }] }),
    verdict: 'TOTAL-FAILED/FORMAT_FAILURE',
  },
  'PDF changed afterwards': {
    at: soon,
    evidence: () => ({ changesAfter: [{ kind: 'page-content', permitted: false }] }),
    verdict: 'TOTAL-FAILED/FORMAT_FAILURE',
  },
  'level below what is demanded': {
    at: soon,
    context: () => ({ policy: { ...defaultValidationPolicy, requiredLevel: 'B-LTA' } }),
    verdict: 'INDETERMINATE/SIG_CONSTRAINTS_FAILURE',
  },
  'policy document not the one that was signed': {
    at: soon,
    evidence: () => ({ signaturePolicy: { id: 'urn:oid:2.999.1', digestOk: false } }),
    verdict: 'INDETERMINATE/POLICY_PROCESSING_ERROR',
  },
  'certificate for something else': {
    at: soon,
    evidence: (world) => ({
      signingCertificate: parseCertificate(world.authority.issue({ kind: 'wrongUsage' }).certificate),
    }),
    verdict: 'INDETERMINATE/CHAIN_CONSTRAINTS_FAILURE',
  },
  'anchor no longer trusted, no timestamp': {
    at: signed + 10 * day,
    context: (world) => trustedUntil(world, signed + 3 * hour),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
  },
  'anchor trusted only since after the timestamp': {
    at: soon,
    evidence: timestamped,
    context: ({ authority }) => ({
      anchors: [{ certificate: parseCertificate(authority.root.certificate), trustedFrom: signed + hour }],
    }),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'anchor trusted twice, the second time still': {
    at: soon,
    context: ({ authority }) => {
      const certificate = parseCertificate(authority.root.certificate);
      return {
        anchors: [
          { certificate, trustedUntil: signed - year },
          { certificate, trustedFrom: signed - day },
        ],
      };
    },
    verdict: 'TOTAL-PASSED',
  },
  'anchor trusted until after the timestamp, archived then': {
    at: signed + 10 * day,
    evidence: (world) => archived(world),
    context: (world) => trustedUntil(world, signed + 6 * hour),
    verdict: 'TOTAL-PASSED',
  },
});

function trustedUntil({ authority, archive }: World, until: number): Partial<ValidationContext> {
  return {
    anchors: [
      { certificate: parseCertificate(authority.root.certificate), trustedUntil: until },
      { certificate: parseCertificate(archive.root.certificate) },
    ],
  };
}
