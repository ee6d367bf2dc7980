import { placeOf, type XmlDocument, type XmlElement } from '../xml/index.ts';
import { isSignaturePlace, type Layout } from './layout.ts';
import { dsNamespace } from './names.ts';
import type { XadesFinding } from './report.ts';

export interface FoundSignature {
  readonly element: XmlElement;
  /** Why it is none, when it is none. */
  readonly finding?: XadesFinding;
}

/** A record has some twenty. What comes after them is not looked at, and that is a finding. */
const mostSignatures = 100;

const telling = new Set(['Signature', 'SignedInfo', 'SignatureValue']);

/**
 * Every ds:Signature of the document, in its order, and whatever could be taken for one or for a part of one: in the
 * wrong place, inside another, in another namespace.
 */
export function findSignatures(document: XmlDocument, layout: Layout): readonly FoundSignature[] {
  const found: FoundSignature[] = [];
  look(document.root, false, { layout, found });
  return found;
}

interface Search {
  readonly layout: Layout;
  readonly found: FoundSignature[];
}

/** `inside`: within a signature in its right place, whose own parts are no strays. */
function look(element: XmlElement, inside: boolean, search: Search): void {
  const { layout, found } = search;
  if (found.length > mostSignatures) return;
  const suspect = suspicion(element, inside, layout);
  const isSignature = element.localName === 'Signature' && element.namespace === dsNamespace;
  if (suspect !== undefined || isSignature) {
    const code = found.length === mostSignatures ? 'too-many-signatures' : suspect;
    found.push(code === undefined ? { element } : { element, finding: { code, where: placeOf(element) } });
    // Below it nothing more is reported: one finding is enough to refuse it, and a million would cost.
    if (code !== undefined) return;
  }
  for (const child of element.children) {
    if (child.kind === 'element') look(child, inside || isSignature, search);
  }
}

function suspicion(element: XmlElement, inside: boolean, layout: Layout): XadesFinding['code'] | undefined {
  const { namespace, localName } = element;
  // The many parts of a signature in its right place.
  if (inside && !telling.has(localName)) return undefined;
  // Documents of unknown kind may have words like these of their own.
  const suspect = layout !== 'any' || (namespace === dsNamespace && telling.has(localName));
  if (namespace !== dsNamespace) return suspect && telling.has(localName) ? 'signature-lookalike' : undefined;
  if (localName !== 'Signature') return suspect && !inside ? 'signature-part-misplaced' : undefined;
  return inside || !isSignaturePlace(element, layout) ? 'signature-misplaced' : undefined;
}
