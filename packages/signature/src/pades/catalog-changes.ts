import { differingKeys, sameValue } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';
import type { ChangeKind } from './revision-change.ts';

const kindOfKey: Readonly<Record<string, ChangeKind>> = {
  Pages: 'pagesChanged',
  Perms: 'permissionsChanged',
  Names: 'attachmentChanged',
  AF: 'attachmentChanged',
  OutputIntents: 'metadataChanged',
  StructTreeRoot: 'structureChanged',
  MarkInfo: 'structureChanged',
  Version: 'versionRaised',
};

/** Judged elsewhere, or harmless by themselves. */
const judgedKeys: ReadonlySet<string> = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata']);

/** The catalog and the trailer: only the form and the validation data may differ. @spec ISO 32000-2 12.8.4.3 */
export function compareCatalog(comparison: Comparison): void {
  const { before, after } = comparison;
  const sameRoot = sameValue(before.rootReference, after.rootReference);
  if (!sameRoot) comparison.report('documentChanged', { objectNumber: after.rootReference.number });
  for (const key of differingKeys(before.catalog, after.catalog)) {
    if (judgedKeys.has(key) || isSameBehindReferences(comparison, key)) continue;
    comparison.report(kindOfKey[key] ?? 'documentChanged', { objectNumber: after.rootReference.number, detail: key });
  }
  comparison.explain(after.rootReference);
  const extensions = after.catalog.entries.get('Extensions');
  if (
    extensions?.kind === 'reference' &&
    (comparison.isNew(extensions) || sameValue(extensions, before.catalog.entries.get('Extensions')))
  ) {
    if (after.dictionary(extensions)?.entries.has('Pages') !== true) comparison.explain(extensions);
  }
  compareValidationData(comparison);
}

/** A value that only became an object of its own, or ceased to be one. */
function isSameBehindReferences({ before, after }: Comparison, key: string): boolean {
  const [was, is] = [before.catalog.entries.get(key), after.catalog.entries.get(key)];
  if (was === undefined || is === undefined || (was.kind === 'reference' && is.kind === 'reference')) return false;
  return sameValue(before.resolve(was), after.resolve(is));
}

/** Validation data is free to grow and to be rewritten, as long as no other part of the file uses the same objects. */
function compareValidationData(comparison: Comparison): void {
  const { before, after } = comparison;
  const data = after.catalog.entries.get('DSS');
  if (data === undefined) {
    if (before.catalog.entries.has('DSS')) comparison.report('documentChanged');
    return;
  }
  const touched = [...after.lastRevision.entries.keys()].filter((number) => !comparison.isExplained(number));
  comparison.explainTree(data, ({ number }) => !comparison.rolesBefore.has(number));
  const grew = touched.some((number) => comparison.isExplained(number));
  if (grew || !sameValue(before.catalog.entries.get('DSS'), data)) comparison.report('validationDataAdded');
}
