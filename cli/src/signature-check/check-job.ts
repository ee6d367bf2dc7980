import type { RawMaterial } from '@hocba/signature';

/** What every worker needs, in a form that can be handed to it. */
export interface CheckJob {
  readonly anchors: readonly JobAnchor[];
  readonly material: RawMaterial;
  /** Validation time, epoch milliseconds. */
  readonly at: number;
  /** A policy file's text; absent: the default policy. */
  readonly policy?: string;
  /** Files that signatures outside of them may be about. */
  readonly detached: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Whether revocation data and certificates may be fetched. */
  readonly online: boolean;
}

export interface JobAnchor {
  readonly certificate: Uint8Array;
  /** Epoch milliseconds. */
  readonly trustedFrom?: number;
  readonly trustedUntil?: number;
  readonly onlyFor?: 'timeStamping';
}
