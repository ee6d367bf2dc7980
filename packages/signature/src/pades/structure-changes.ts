import { nameOf, type PdfDictionary, type PdfFile, type PdfReference, type PdfValue } from '../pdf/index.ts';
import { differingKeys, sameValue, startsWith } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';

/** What of the tags changes when a field joins them. */
const rootKeys: ReadonlySet<string> = new Set(['K', 'ParentTree', 'ParentTreeNextKey']);

/**
 * The tags may grow by the signature fields that were added, and by nothing else: what is read aloud stays what it was.
 * Anything else is left unexplained. @spec ISO 32000-1 14.7
 */
export function compareStructure(comparison: Comparison): void {
  const { before, after } = comparison;
  const root = before.catalog.entries.get('StructTreeRoot');
  const [earlier, later] = [before.dictionary(root), after.dictionary(root)];
  if (root?.kind !== 'reference' || earlier === undefined || later === undefined) return;
  const grown = [root, ...touchedElements(comparison, root)];
  if (grown.length === 1 && sameValue(earlier, later)) return;
  const rootRight = differingKeys(earlier, later).every((key) => rootKeys.has(key));
  const elementsRight = grown.every((element) => isGrownByFields(comparison, element));
  if (!rootRight || !elementsRight || !keepsParents(comparison, earlier, later)) return;
  comparison.report('structureGrown', { objectNumber: root.number });
  for (const element of grown) comparison.explain(element);
  comparison.explainTree(later.entries.get('ParentTree'), ({ number }) => isParentTreeOf(comparison, number));
}

/** Elements that were there and are written again; the tree of parents is looked at by itself. */
function touchedElements({ before, after, rolesBefore }: Comparison, root: PdfReference): readonly PdfReference[] {
  return [...after.lastRevision.entries.keys()].flatMap((number): PdfReference[] => {
    const isElement = rolesBefore.get(number)?.role === 'structure' && number !== root.number;
    const [was, is] = [before.object(number), after.object(number)];
    const hasKids = was.kind === 'dictionary' && was.entries.has('S');
    return isElement && hasKids && !sameValue(was, is) ? [{ kind: 'reference', number, generation: 0 }] : [];
  });
}

function isGrownByFields(comparison: Comparison, element: PdfReference): boolean {
  const { before, after } = comparison;
  const [earlier, later] = [before.dictionary(element), after.dictionary(element)];
  if (earlier === undefined || later === undefined) return false;
  const known = kidsOf(before, earlier);
  const kids = kidsOf(after, later);
  const onlyKids = earlier.entries.has('S') ? differingKeys(earlier, later).every((key) => key === 'K') : true;
  return onlyKids && startsWith(kids, known) && kids.slice(known.length).every((kid) => isAddedField(comparison, kid));
}

/** A new element of the kind Form that stands for one of the fields this revision added. */
function isAddedField(comparison: Comparison, kid: PdfValue): boolean {
  const { after, addedFields } = comparison;
  const element = after.dictionary(kid);
  if (kid.kind !== 'reference' || !comparison.isNew(kid) || element === undefined) return false;
  if (nameOf(element.entries.get('S')) !== 'Form' || element.entries.has('ActualText')) return false;
  const isField = kidsOf(after, element).every((part) => {
    const object = after.dictionary(part)?.entries.get('Obj');
    return object !== undefined && addedFields.some((field) => sameValue(field, object));
  });
  if (isField) comparison.explain(kid);
  return isField;
}

function kidsOf(file: PdfFile, { entries }: PdfDictionary): readonly PdfValue[] {
  const kids = entries.get('K');
  if (kids === undefined) return [];
  return file.resolve(kids).kind === 'array' ? file.items(kids) : [kids];
}

/** Whether the tree of parents, where it is one flat list, keeps all it said. */
function keepsParents({ before, after }: Comparison, earlier: PdfDictionary, later: PdfDictionary): boolean {
  const known = parentsOf(before, earlier);
  const parents = parentsOf(after, later);
  if (known === undefined || parents === undefined)
    return sameValue(earlier.entries.get('ParentTree'), later.entries.get('ParentTree'));
  return [...known].every(([key, value]) => sameValue(before.resolve(value), after.resolve(parents.get(key))));
}

function parentsOf(file: PdfFile, root: PdfDictionary): ReadonlyMap<number, PdfValue> | undefined {
  const tree = file.dictionary(root.entries.get('ParentTree'));
  if (tree === undefined || tree.entries.has('Kids')) return undefined;
  const parents = new Map<number, PdfValue>();
  const items = file.items(tree.entries.get('Nums'));
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [key, value] = [items[at], items[at + 1]];
    if (key?.kind === 'number' && value !== undefined) parents.set(key.value, value);
  }
  return parents;
}

function isParentTreeOf({ before }: Comparison, number: number): boolean {
  const root = before.dictionary(before.catalog.entries.get('StructTreeRoot'));
  const tree = root?.entries.get('ParentTree');
  return tree?.kind === 'reference' && tree.number === number;
}
