import type { TrustStore } from './trust-store.ts';

/** A national trusted list. @spec TS 119 612 V2.4.1 5 */
export interface TrustedList {
  /** 5 or 6. */
  readonly version: number;
  readonly sequenceNumber: number;
  readonly territory: string;
  readonly operator: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  /** Absent: the list is closed, no other will follow. */
  readonly nextUpdate?: number;
  /** Its services with their history. */
  readonly store: TrustStore;
  /** What was passed over: identities that are no certificate, certificates that cannot be read. English. */
  readonly omitted: readonly string[];
}

export interface TrustedListQuestion {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Why the list’s own signature does not count, or undefined when it does: XAdES, by a key known beforehand. */
  readonly checkSignature: (file: Uint8Array) => Promise<string | undefined>;
}

export interface TrustedListCheck {
  readonly list: TrustedList;
  /** Empty: the list may be relied on. English. */
  readonly problems: readonly string[];
}
