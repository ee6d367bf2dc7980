import { parseCertificate } from '../certificate/parse-certificate.ts';
import { defaultValidationPolicy } from '../crypto-policy/index.ts';
import { afterExpiry, crlsAt, judgeCases, soon, timestamped } from './test-judgement-cases.ts';
import { day, hour, signed } from './test-world.ts';
import { readMaterial } from './validation-material.ts';

judgeCases('certificates and time', {
  'everything right, no timestamp': { at: soon, verdict: 'TOTAL-PASSED' },
  'everything right, timestamped': { at: soon, evidence: timestamped, verdict: 'TOTAL-PASSED' },
  'certificate expired now, timestamped before': { at: afterExpiry, evidence: timestamped, verdict: 'TOTAL-PASSED' },
  'certificate expired now, no timestamp': { at: afterExpiry, verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED' },
  'certificate expired, timestamped after its end': {
    at: afterExpiry,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 390 * day)] }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'signature data without any revocation data': {
    at: soon,
    evidence: () => ({ crls: [] }),
    verdict: 'INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE',
  },
  'revocation data only given from outside': {
    at: soon,
    evidence: () => ({ crls: [] }),
    context: (world) => ({
      material: readMaterial({ certificates: [], crls: world.authority.crls(signed + hour), ocsps: [] }),
    }),
    verdict: 'TOTAL-PASSED',
  },
  'OCSP about the signatory, a list about the authority': {
    at: soon,
    evidence: (world) => ({
      crls: world.authority.crls(signed + hour).slice(1),
      ocsps: [world.ocspAbout(world.signer.certificate, signed + hour)],
    }),
    verdict: 'TOTAL-PASSED',
  },
  'revocation data older than the signature, no longer fresh then': {
    at: soon,
    evidence: (world) => ({ ...timestamped(world), ...crlsAt(world, signed - 10 * day) }),
    verdict: 'INDETERMINATE/TRY_LATER',
  },
  'revocation data fresh when timestamped, old now': {
    at: signed + 60 * day,
    evidence: timestamped,
    verdict: 'TOTAL-PASSED',
  },
  'revocation data old now, no timestamp': { at: signed + 60 * day, verdict: 'INDETERMINATE/TRY_LATER' },
  'revocation data as old as the policy allows': {
    at: signed + 3 * hour,
    context: () => ({ policy: { ...defaultValidationPolicy, revocationFreshness: hour } }),
    verdict: 'INDETERMINATE/TRY_LATER',
  },
  'the certificate policy that is demanded': {
    at: soon,
    context: () => ({ policy: { ...defaultValidationPolicy, certificatePolicies: ['2.999.27.1'] } }),
    verdict: 'TOTAL-PASSED',
  },
  'another certificate policy than is demanded': {
    at: soon,
    context: () => ({ policy: { ...defaultValidationPolicy, certificatePolicies: ['2.999.9'] } }),
    verdict: 'INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE',
  },
  'no trusted anchor': {
    at: soon,
    context: () => ({ anchors: [] }),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'signed with a self-signed certificate nobody trusts': {
    at: soon,
    evidence: (world) => ({ signingCertificate: parseCertificate(world.authority.root.certificate) }),
    context: () => ({ anchors: [] }),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'certificate not yet valid': { at: signed - 40 * day, verdict: 'TOTAL-FAILED/NOT_YET_VALID' },
  'timestamped before the certificate began': {
    at: soon,
    evidence: (world) => ({ timestamps: [world.timestamp(signed - 40 * day)] }),
    verdict: 'TOTAL-FAILED/NOT_YET_VALID',
  },
  'claimed to be signed before the certificate began': {
    at: soon,
    evidence: () => ({ claimedSigningTime: signed - 40 * day }),
    verdict: 'TOTAL-PASSED',
  },
  'claimed before the certificate began, where claims count': {
    at: soon,
    evidence: () => ({ claimedSigningTime: signed - 40 * day }),
    context: () => ({ trustClaimedTime: true }),
    verdict: 'TOTAL-FAILED/NOT_YET_VALID',
  },
});
