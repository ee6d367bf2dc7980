import { hasName, pathOf, standingOf, type XmlElement } from '../xml/index.ts';
import { dsNamespace } from './names.ts';

/**
 * Where things stand in a kind of document. A signature or a signed part anywhere else is refused, whatever its
 * digests say: that is what stops wrapping.
 */
export interface DocumentLayout {
  /** Path of the element that holds the signatures, from the root, each step as `{namespace}local`. */
  readonly signaturesIn: readonly string[];
  /** Where the part with this Id stands; undefined when no part has it. */
  partAt(id: string): PartPlace | undefined;
}

/** Every element on the path must be the only one of its name beside its siblings: a second is a forgery's place. */
export interface PartPlace {
  readonly path: readonly string[];
  /** The part itself is one of several alike. */
  readonly repeats?: boolean;
}

/** `any` for documents of unknown kind: what is covered is then only reported, and says nothing by itself. */
export type Layout = DocumentLayout | 'any';

export function isSignaturePlace(signature: XmlElement, layout: Layout): boolean {
  if (layout === 'any') return true;
  return standsAt(signature, { path: [...layout.signaturesIn, `{${dsNamespace}}Signature`], repeats: true });
}

/** Whether a signed element that is not the signature's own properties stands where it may. */
export function isPartPlace(part: XmlElement, id: string, layout: Layout): boolean {
  const { parent } = part;
  if (isSignatureValue(part)) return parent !== undefined && isSignaturePlace(parent, layout);
  if (layout === 'any') return !pathOf(part).some((step) => step.startsWith(`{${dsNamespace}}`));
  const place = layout.partAt(id);
  return place !== undefined && standsAt(part, place);
}

export function isSignatureValue(element: XmlElement): boolean {
  return hasName(element, dsNamespace, 'SignatureValue');
}

function standsAt(element: XmlElement, { path, repeats }: PartPlace): boolean {
  const actual = pathOf(element);
  if (actual.length !== path.length || actual.some((step, index) => step !== path[index])) return false;
  const first = repeats === true ? element.parent : element;
  for (let at = first; at?.parent !== undefined; at = at.parent) if (!isAlone(at, at.parent)) return false;
  return true;
}

function isAlone(element: XmlElement, parent: XmlElement): boolean {
  return standingOf(element, parent).namesakes === 1;
}
