import type { VerificationReport } from '@hocba/verify';

/** The report on a file that could not even be looked at. `at`: epoch milliseconds. */
export function unreadableReport(sentence: string, at: number): VerificationReport {
  const verifiedAt = new Date(at).toISOString();
  const nothing = { checks: [], parts: [], signatures: [], record: null };
  return { outcome: 'unreadable', kind: null, sentence, verifiedAt, ...nothing };
}
