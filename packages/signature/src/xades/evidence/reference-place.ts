import { hasName, type XmlElement } from '../../xml/index.ts';
import { isPartPlace } from '../layout.ts';
import { dsNamespace, referenceType } from '../names.ts';
import type { ForeignSignature } from './foreign-signature.ts';
import type { EvidenceProblemCode } from './problems.ts';
import type { Reading } from './reading.ts';
import type { NodeData } from './signed-data.ts';

const signedPropertiesTypes = [
  referenceType.signedProperties,
  'http://uri.etsi.org/01903/v1.1.1#SignedProperties',
  'http://uri.etsi.org/01903/v1.2.2#SignedProperties',
];

export function isSignedPropertiesType(type: string | undefined): boolean {
  return type !== undefined && signedPropertiesTypes.includes(type);
}

interface Around {
  readonly signature: ForeignSignature;
  readonly reading: Reading;
}

/** Why a target that was found is not what the reference may mean, by its type and by where it stands. */
export function misplacement(
  reference: XmlElement,
  { apex, whole }: NodeData,
  { signature, reading }: Around,
): EvidenceProblemCode | undefined {
  const type = reference.attributes.get('Type');
  const own = signature.properties?.signedProperties;
  if (isSignedPropertiesType(type)) return apex === own ? undefined : 'signed-properties-misplaced';
  // Its own KeyInfo is what it is, though some call it an Object.
  if (apex === own || apex === signature.keyInfo) return undefined;
  if (!hasTypedName(apex, type)) return 'reference-type-wrong';
  if (!isInSignature(apex) && apex.namespace === dsNamespace) return 'reference-misplaced';
  if (type === objectType && !signature.objects.includes(apex)) return 'reference-misplaced';
  if (isInSignature(apex)) return mayBeSigned(apex, signature) ? undefined : 'reference-misplaced';
  const { layout } = reading.options;
  if (layout === undefined) return undefined;
  const id = apex.attributes.get('Id') ?? '';
  return !whole && isPartPlace(apex, id, layout) ? undefined : 'reference-misplaced';
}

const objectType = `${dsNamespace}Object`;

const namesByType: Readonly<Record<string, string>> = {
  [referenceType.countersignedSignature]: 'SignatureValue',
  [objectType]: 'Object',
  [`${dsNamespace}Manifest`]: 'Manifest',
  [`${dsNamespace}SignatureProperties`]: 'SignatureProperties',
};

function hasTypedName(element: XmlElement, type: string | undefined): boolean {
  const name = namesByType[type ?? ''];
  return name === undefined || hasName(element, dsNamespace, name);
}

function isInSignature(element: XmlElement): boolean {
  return enclosingSignature(element) !== undefined;
}

function enclosingSignature(element: XmlElement): XmlElement | undefined {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    if (hasName(at, dsNamespace, 'Signature')) return at;
  }
  return undefined;
}

/**
 * Inside signatures only: data in this one's own Objects, its KeyInfo, and other signatures or their values. All else
 * is a place where data can be hidden without being seen, the unsigned properties above all.
 */
function mayBeSigned(element: XmlElement, signature: ForeignSignature): boolean {
  const around = enclosingSignature(element);
  if (around === element) return element !== signature.element;
  if (around !== signature.element) {
    return hasName(element, dsNamespace, 'SignatureValue') && element.parent === around;
  }
  const { keyInfo, objects, properties } = signature;
  const part = objects.concat(keyInfo ?? []).find((one) => holds(one, element));
  return part !== undefined && part !== properties?.object;
}

function holds(outer: XmlElement, element: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}
