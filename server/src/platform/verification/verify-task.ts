import type { StatusEvidence, Trust, VerificationReport } from '@hocba/verify';

export interface VerifyQuestion {
  readonly bytes: Uint8Array;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lookupBaseUrl: string;
  readonly status?: StatusEvidence;
}

/** What a worker is told: the trust when it changed, and one file at a time. */
export interface VerifyTask extends VerifyQuestion {
  readonly trustKey: string;
  readonly trust?: Trust;
}

export type VerifyAnswer = { readonly report: VerificationReport } | { readonly fault: string };
