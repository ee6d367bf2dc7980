import { afterExpiry, archived, judgeCases, late, soon, timestamped } from './test-judgement-cases.ts';
import { day, hour, signed } from './test-world.ts';

judgeCases('timestamps', {
  'timestamp of another signature': {
    at: afterExpiry,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 60_000, { over: new Uint8Array(9) })] }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp of another signature while the certificate runs': {
    at: soon,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 60_000, { over: new Uint8Array(9) })] }),
    verdict: 'TOTAL-PASSED',
  },
  'signature timestamped before its data': {
    at: soon,
    evidence: (world) => ({
      timestamps: [world.timestamp(signed + hour, { kind: 'content' }), world.timestamp(signed + 60_000)],
    }),
    verdict: 'INDETERMINATE/TIMESTAMP_ORDER_FAILURE',
  },
  'timestamp authority expired, nothing newer': {
    at: afterExpiry,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 60_000, { tsa: world.shortTsa })] }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp authority expired, archived while it ran': {
    at: afterExpiry,
    evidence: (world) => archived(world, signed + 5 * hour, world.shortTsa),
    verdict: 'TOTAL-PASSED',
  },
  'timestamp authority expired, archived too late': {
    at: signed + 390 * day,
    evidence: (world) => archived(world, signed + 380 * day, world.shortTsa),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp authority compromised after the archive covered its token': {
    at: afterExpiry,
    evidence: (world) => {
      const evidence = archived(world);
      world.authority.revoke(world.authority.tsa.certificate, signed + day, 'keyCompromise');
      return { ...evidence, crls: [...(evidence.crls ?? []), ...world.authority.crls(signed + 2 * day)] };
    },
    verdict: 'TOTAL-PASSED',
  },
  'everything of the first authority expired, archived in time': {
    at: late,
    evidence: (world) => archived(world),
    verdict: 'TOTAL-PASSED',
  },
  'everything of the first authority expired, never archived': {
    at: late,
    evidence: timestamped,
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NO_POE',
  },
  'archive timestamp broken': {
    at: late,
    evidence: (world) => {
      const evidence = archived(world);
      const broken = evidence.timestamps?.map((one) =>
        one.kind === 'archive' ? { ...one, imprint: () => new Uint8Array(32) } : one,
      );
      return { ...evidence, ...(broken && { timestamps: broken }) };
    },
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NO_POE',
  },
});
