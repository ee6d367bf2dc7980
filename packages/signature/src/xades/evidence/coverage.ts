import type { CoveredData, EvidenceProblem } from '../../validation/signature-evidence.ts';
import { childElements, hasName, placeOf, type XmlElement } from '../../xml/index.ts';
import { dsNamespace } from '../names.ts';
import type { ForeignSignature } from './foreign-signature.ts';
import type { Reading } from './reading.ts';
import type { ReferenceEvidence } from './references.ts';

/** What the signature speaks of; its own properties are not among it. */
export function coveredData(
  references: readonly ReferenceEvidence[],
  { properties }: ForeignSignature,
): readonly CoveredData[] {
  return references
    .filter(({ target }) => target === undefined || target !== properties?.signedProperties)
    .map((reference) => ({
      uri: reference.uri,
      what: whatOf(reference),
      intact: reference.intact && reference.problems.length === 0,
      ...(isUntried(reference) ? { untried: true as const } : {}),
      found: reference.data !== undefined && !reference.problems.some(isNotFound),
    }));
}

function isUntried({ data, algorithm }: ReferenceEvidence): boolean {
  return data !== undefined && algorithm === undefined;
}

/** Data in a place where it cannot be what the signature means is as good as not there. */
function isNotFound({ subIndication }: EvidenceProblem): boolean {
  return subIndication === 'SIGNED_DATA_NOT_FOUND';
}

function whatOf({ uri, target, data }: ReferenceEvidence): string {
  if (uri === '' && target !== undefined) return 'whole document';
  return target !== undefined && data !== undefined ? placeOf(target) : uri;
}

/**
 * Whether nothing in the file is left that the signature does not cover, signatures aside: what an element around the
 * covered parts says itself, in attributes or text, is covered by nobody.
 */
export function coversWholeFile(
  references: readonly ReferenceEvidence[],
  signature: ForeignSignature,
  { document }: Reading,
): boolean {
  const intact = references.filter(({ intact, problems }) => intact && problems.length === 0);
  const covered = new Set(intact.map(({ target }) => target));
  const outside = intact.some(({ target }) => target === undefined);
  const isCovered = (element: XmlElement): boolean => {
    if (covered.has(element)) return true;
    if (element === signature.element) return objectsCovered(signature, isCovered);
    if (hasName(element, dsNamespace, 'Signature')) return true;
    const children = childElements(element);
    const says = element.children.some((child) => child.kind === 'text' && child.text.trim() !== '');
    const named = [...element.attributes.keys()].every((name) => name === 'Id');
    return children.length > 0 && !says && named && children.every(isCovered);
  };
  return (covered.size > 0 || outside) && isCovered(document.root);
}

function objectsCovered(
  { objects, properties }: ForeignSignature,
  isCovered: (element: XmlElement) => boolean,
): boolean {
  return objects.every((object) => object === properties?.object || isCovered(object));
}
