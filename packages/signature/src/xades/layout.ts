import { pathOf, type XmlElement } from '../xml/index.ts';
import { dsNamespace } from './names.ts';

/**
 * Where things stand in a kind of document. A signature or a signed part anywhere else is refused, whatever its
 * digests say: that is what stops wrapping.
 */
export interface DocumentLayout {
  /** Path of the element that holds the signatures, from the root, each step as `{namespace}local`. */
  readonly signaturesIn: readonly string[];
  /** Path of the part with this Id; undefined when no part has it. */
  partAt(id: string): readonly string[] | undefined;
}

/** `any` for documents of unknown kind: what is covered is then only reported, and says nothing by itself. */
export type Layout = DocumentLayout | 'any';

const valueSteps = [`{${dsNamespace}}Signature`, `{${dsNamespace}}SignatureValue`];

export function isSignaturePlace(signature: XmlElement, layout: Layout): boolean {
  if (layout === 'any') return true;
  return samePath(pathOf(signature), [...layout.signaturesIn, `{${dsNamespace}}Signature`]);
}

/** Whether a signed element that is not the signature's own properties stands where it may. */
export function isPartPlace(part: XmlElement, id: string, layout: Layout): boolean {
  const path = pathOf(part);
  if (isSignatureValue(part)) return layout === 'any' || samePath(path, [...layout.signaturesIn, ...valueSteps]);
  const insideSignature = path.some((step) => step.startsWith(`{${dsNamespace}}`));
  if (layout === 'any') return !insideSignature;
  const expected = layout.partAt(id);
  return expected !== undefined && samePath(path, expected);
}

export function isSignatureValue(element: XmlElement): boolean {
  return element.namespace === dsNamespace && element.localName === 'SignatureValue';
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
