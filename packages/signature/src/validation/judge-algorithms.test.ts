import type { SignatureEvidence } from './signature-evidence.ts';
import { archived, judgeCases, soon, timestamped } from './test-judgement-cases.ts';

const rsaSha1: SignatureEvidence['algorithmsUsed'] = [
  { role: 'signature', algorithm: 'rsa-sha256', keyBits: 2048, where: 'SignatureMethod' },
  { role: 'digest', algorithm: 'sha-1', where: '#tt' },
];
judgeCases('algorithms', {
  'a digest by SHA-1, no proof of its age': {
    at: soon,
    evidence: () => ({ algorithmsUsed: rsaSha1 }),
    verdict: 'INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'a digest by SHA-1, timestamped long after its end': {
    at: soon,
    evidence: (world) => ({ algorithmsUsed: rsaSha1, ...timestamped(world) }),
    verdict: 'INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'an RSA key of 2048 bits after its end, timestamped before': {
    at: Date.parse('2029-01-05T00:00:00Z'),
    evidence: (world) => ({
      algorithmsUsed: [{ role: 'signature', algorithm: 'rsa-sha256', keyBits: 2048, where: 'SignatureMethod' }],
      ...archived(world),
    }),
    verdict: 'TOTAL-PASSED',
  },
  'an algorithm nobody here knows': {
    at: soon,
    without: ['signatureIntact'],
    evidence: () => ({
      algorithmsUsed: [{ role: 'signature', algorithm: 'unknown', where: 'SignatureMethod' }],
    }),
    verdict: 'INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
});
