import { SignatureError } from '../errors.ts';
import type { PdfFile } from '../pdf/index.ts';
import { type RoleOfObject, rolesOfObjects } from '../pdf/object-roles.ts';
import { sameValue } from '../pdf/same-value.ts';
import { unaccountedBytes } from '../pdf/unaccounted-bytes.ts';
import { compareCatalog } from './catalog-changes.ts';
import { Comparison } from './comparison.ts';
import { compareForm } from './form-changes.ts';
import { compareMetadata } from './metadata-changes.ts';
import { comparePages } from './page-changes.ts';
import { isPermitted, type RevisionChange } from './revision-change.ts';
import { compareStructure } from './structure-changes.ts';

/**
 * Every change one revision made. Each object it touches must be explained by something that may happen after signing;
 * what is not explained is named by what the object is for.
 */
export function changesOfRevision(file: PdfFile, index: number): readonly RevisionChange[] {
  const comparison = new Comparison(file.asOf(index - 1), file.asOf(index));
  try {
    compareCatalog(comparison);
    compareMetadata(comparison);
    compareForm(comparison);
    compareStructure(comparison);
    comparePages(comparison);
    compareRest(comparison);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    comparison.report('unreadable', { detail: error.message });
  }
  return comparison.changes.map((change) => ({ ...change, permitted: isPermitted(change.kind), revision: index }));
}

/** What nothing has explained yet. */
function compareRest(comparison: Comparison): void {
  const { after } = comparison;
  const revision = after.lastRevision;
  if (becameHybrid(comparison)) comparison.report('hybridSectionAdded');
  if (unaccountedBytes(after, revision).length > 0) comparison.report('bytesUnaccounted');
  const unexplained = [...revision.entries.keys()].filter((number) => !comparison.isExplained(number));
  if (unexplained.every((number) => isUnchanged(comparison, number))) return;
  const { rolesBefore } = comparison;
  const rolesAfter = rolesOfObjects(after);
  for (const number of unexplained) {
    if (isUnchanged(comparison, number)) continue;
    const known: RoleOfObject | undefined = rolesBefore.get(number) ?? rolesAfter.get(number);
    const where = { objectNumber: number, ...(known?.page !== undefined && { page: known.page }) };
    comparison.report(known === undefined ? 'objectAdded' : `${known.role}Changed`, where);
  }
}

function isUnchanged({ before, after }: Comparison, number: number): boolean {
  return before.entry(number) !== undefined && sameValue(before.object(number), after.object(number));
}

/** A reader too old for cross-reference streams would not see what it adds. */
function becameHybrid({ before, after }: Comparison): boolean {
  const isHybrid = after.lastRevision.section.hybridHalf !== undefined;
  return isHybrid && before.revisions.every(({ section }) => section.hybridHalf === undefined);
}
