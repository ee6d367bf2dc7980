import type { ChangeKind, RevisionChange } from '../revision-change.ts';

/** What the signatures of a file allow to be done to it afterwards. @spec ISO 32000-2 12.8.2.2, 12.8.2.4 */
export interface ChangeRules {
  /** The permission of the certification, 1 to 3; absent: none, the file is only approved. */
  readonly docMdp?: number;
  /** Whether a certification says so, and not only the lock of an approval. */
  readonly certified: boolean;
  isLocked(fieldName: string): boolean;
}

/** Evidence may always be added, whatever a certification says. @spec ISO 32000-2 12.8.4.3, 12.8.5 */
const alwaysPermitted: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'documentTimestampAdded',
  'validationDataAdded',
  'modificationDateChanged',
  'versionRaised',
  // Shown by nothing; whatever makes it seen is a change of its own.
  'objectAdded',
]);

const permittedUnderSigning: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  ...alwaysPermitted,
  'signatureAdded',
  'signatureFieldAdded',
  'reservedSignatureFilled',
  'formFilled',
  'formDefaultsChanged',
  'structureGrown',
]);

const permittedWithComments: ReadonlySet<ChangeKind> = new Set<ChangeKind>([...permittedUnderSigning, 'commentAdded']);

/** Without a certification a further signature may also show itself in a place of its own. */
const permittedAfterApproval: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  ...permittedUnderSigning,
  'visibleSignatureAdded',
]);

const permittedBy: Readonly<Record<number, ReadonlySet<ChangeKind>>> = {
  1: alwaysPermitted,
  2: permittedUnderSigning,
  3: permittedWithComments,
};

/** Whether a later revision may have made this change. @spec ISO 32000-2 12.8.2.2 */
export function isPermittedBy({ docMdp, certified, isLocked }: ChangeRules, change: RevisionChange): boolean {
  const permitted = docMdp === undefined ? permittedAfterApproval : (permittedBy[docMdp] ?? alwaysPermitted);
  const touchesField = change.kind === 'formFilled' || change.kind === 'reservedSignatureFilled';
  if (change.kind === 'visibleSignatureAdded' && !certified) return docMdp !== 1;
  return permitted.has(change.kind) && !(touchesField && isLocked(change.detail ?? ''));
}
