import type { ObjectRole } from '../pdf/object-roles.ts';

/** What a later revision did. Only the first group leaves a certified record what it was. */
export type ChangeKind = PermittedChange | ConditionalChange | RefusedChange;

export type PermittedChange =
  | 'signatureAdded'
  | 'reservedSignatureFilled'
  | 'documentTimestampAdded'
  | 'validationDataAdded';

/** Done by honest programs after signing as well; whether they may is said by the signatures (`isPermittedBy`). */
export type ConditionalChange =
  | 'modificationDateChanged'
  | 'versionRaised'
  | 'signatureFieldAdded'
  | 'formFilled'
  | 'formDefaultsChanged'
  | 'structureGrown'
  | 'commentAdded';

export type RefusedChange =
  | `${ObjectRole}Changed`
  | 'pagesChanged'
  | 'fieldAdded'
  | 'annotationAdded'
  | 'annotationRemoved'
  | 'signatureAppearanceChanged'
  | 'hybridSectionAdded'
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
  /** Name of the field, kind of the annotation. */
  readonly detail?: string;
}

const permittedKinds: ReadonlySet<ChangeKind> = new Set<PermittedChange>([
  'signatureAdded',
  'reservedSignatureFilled',
  'documentTimestampAdded',
  'validationDataAdded',
]);

export function isPermitted(kind: ChangeKind): boolean {
  return permittedKinds.has(kind);
}
