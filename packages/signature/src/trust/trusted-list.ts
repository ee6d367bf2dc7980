import type { Certificate } from '../certificate/certificate.ts';
import type { TrustStore } from './trust-store.ts';

/** A national trusted list, or a list of such lists. @spec TS 119 612 V2.4.1 5 */
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
  /** Other lists it speaks of. */
  readonly pointers: readonly TrustedListPointer[];
  /** What was passed over: identities that are no certificate, certificates that cannot be read. English. */
  readonly omitted: readonly string[];
}

/** Whose keys sign the list of a territory. @spec TS 119 612 V2.4.1 5.3.13 */
export interface TrustedListPointer {
  readonly territory: string;
  readonly signers: readonly Certificate[];
}
