import type { Indication, SubIndication } from '../certificate/indication.ts';

/** Every sub-indication of the standard. @spec EN 319 102-1 V1.4.1 5.1.3 */
export type ValidationSubIndication = SubIndication | 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE';

/** Something to tell about a signature; only an `error` moves its indication. */
export interface JudgementFinding {
  readonly severity: 'error' | 'warning';
  /** Stable, kebab-case: of the engine, or of the format’s reader. */
  readonly code: string;
  readonly subIndication?: ValidationSubIndication;
  /** English, for the log and the machine; sentences for people are made where they are shown. */
  readonly detail: string;
}

/** What one building block or process returns. */
export interface Conclusion {
  readonly indication: Indication;
  readonly subIndication?: ValidationSubIndication;
  readonly findings: readonly JudgementFinding[];
}

export const passed: Conclusion = { indication: 'passed', findings: [] };

/** Details with another conclusion in place of their own. */
export function concludedAs<T extends Conclusion>(
  details: T,
  conclusion: Conclusion,
): Omit<T, keyof Conclusion> & Conclusion {
  const { indication: _indication, subIndication: _subIndication, findings: _findings, ...rest } = details;
  return { ...rest, ...conclusion };
}

interface Reason {
  readonly code: string;
  readonly detail: string;
}

/** A conclusion that nothing can settle any more. */
export function failedWith(subIndication: ValidationSubIndication, reason: Reason): Conclusion {
  return { indication: 'failed', subIndication, findings: [{ severity: 'error', subIndication, ...reason }] };
}

/** A conclusion that further evidence may settle. */
export function indeterminateWith(subIndication: ValidationSubIndication, reason: Reason): Conclusion {
  return { indication: 'indeterminate', subIndication, findings: [{ severity: 'error', subIndication, ...reason }] };
}

/** Something to be told that moves no indication. */
export function warning(code: string, detail: string): JudgementFinding {
  return { severity: 'warning', code, detail };
}

/** Whether the conclusion leaves open what this sub-indication names. */
export function isOpen(conclusion: Conclusion, ...subIndications: readonly ValidationSubIndication[]): boolean {
  const { indication, subIndication } = conclusion;
  return indication === 'indeterminate' && subIndication !== undefined && subIndications.includes(subIndication);
}

export function isoTime(epoch: number): string {
  return new Date(epoch).toISOString();
}
