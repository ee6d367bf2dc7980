import type { Trust, VerificationReport } from '@hocba/verify';

/** What the page asks of the thread that verifies. The file goes no further than that thread. */
export interface Question {
  readonly bytes: Uint8Array;
  readonly trust: Trust;
  /** Epoch milliseconds: the time to verify for. */
  readonly at: number;
  readonly lookupBaseUrl?: string;
}

export type Answer =
  | { readonly kind: 'report'; readonly report: VerificationReport }
  /** The form is being drawn again, for which the engine is loaded first. */
  | { readonly kind: 'drawing' }
  | { readonly kind: 'failed'; readonly why: string };
