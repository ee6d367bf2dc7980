import type { Finding, SubIndication } from '@hocba/signature';
import type { TimestampFacts } from './record-facts.ts';

/** Findings that only say what revocation evidence says; the rest is about the certificate itself. */
const aboutRevocation: ReadonlySet<SubIndication> = new Set([
  'REVOKED',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'TRY_LATER',
]);

export function isAboutRevocation({ subIndication }: Finding): boolean {
  return aboutRevocation.has(subIndication);
}

/**
 * The earliest time a good timestamp proves, epoch ms. Missing revocation evidence about its authority is told by its
 * own check and does not move the time.
 */
export function bestTime(timestamps: readonly TimestampFacts[]): number | undefined {
  const times = timestamps.flatMap(({ imprintOk, report }) =>
    imprintOk && report.genTime !== undefined && report.findings.every(isMissingEvidence) ? [report.genTime] : [],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

function isMissingEvidence({ subIndication }: Finding): boolean {
  return subIndication === 'TRY_LATER';
}
