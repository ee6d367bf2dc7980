import type { ObjectRole } from '../pdf/object-roles.ts';

/** What a later revision did. Only the first group leaves a certified record what it was. */
export type ChangeKind = PermittedChange | RefusedChange;

export type PermittedChange = 'signatureAdded' | 'documentTimestampAdded' | 'validationDataAdded';

export type RefusedChange =
  | `${ObjectRole}Changed`
  | 'pagesChanged'
  | 'fieldAdded'
  | 'annotationAdded'
  | 'visibleSignatureAdded'
  | 'permissionsChanged'
  | 'objectAdded'
  | 'bytesUnaccounted'
  | 'unreadable';

export interface RevisionChange {
  readonly kind: ChangeKind;
  /** Under DocMDP P=2 as a school record needs it: signatures, evidence, document timestamps and nothing else. */
  readonly permitted: boolean;
  /** Counted from 0. */
  readonly revision: number;
  readonly objectNumber?: number;
  /** From 1. */
  readonly page?: number;
}

const permittedKinds: ReadonlySet<ChangeKind> = new Set<PermittedChange>([
  'signatureAdded',
  'documentTimestampAdded',
  'validationDataAdded',
]);

export function isPermitted(kind: ChangeKind): boolean {
  return permittedKinds.has(kind);
}
