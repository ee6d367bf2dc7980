import { differingKeys, sameValue } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';
import type { ChangeKind } from './revision-change.ts';

const kindOfKey: Readonly<Record<string, ChangeKind>> = {
  Pages: 'pagesChanged',
  Perms: 'permissionsChanged',
  Names: 'attachmentChanged',
  AF: 'attachmentChanged',
  Metadata: 'metadataChanged',
  OutputIntents: 'metadataChanged',
  StructTreeRoot: 'structureChanged',
  MarkInfo: 'structureChanged',
};

/** Judged elsewhere, or harmless by themselves. */
const judgedKeys: ReadonlySet<string> = new Set(['AcroForm', 'DSS', 'Extensions']);

/** The catalog and the trailer: only the form and the validation data may differ. @spec ISO 32000-2 12.8.4.3 */
export function compareCatalog(comparison: Comparison): void {
  const { before, after } = comparison;
  const sameRoot = sameValue(before.rootReference, after.rootReference);
  if (!sameRoot) comparison.report('documentChanged', { objectNumber: after.rootReference.number });
  if (!sameValue(before.trailer.entries.get('Info'), after.trailer.entries.get('Info')))
    comparison.report('metadataChanged');
  for (const key of differingKeys(before.catalog, after.catalog)) {
    if (!judgedKeys.has(key))
      comparison.report(kindOfKey[key] ?? 'documentChanged', { objectNumber: after.rootReference.number });
  }
  comparison.explain(after.rootReference);
  compareValidationData(comparison);
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
