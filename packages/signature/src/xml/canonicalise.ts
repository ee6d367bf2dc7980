import { type Canonicalisation, walkAsDeclared, walkCanonical } from './canonical-walk.ts';
import type { XmlDocument, XmlElement } from './xml-tree.ts';

const encoder = new TextEncoder();

/** The canonical form of an element and all it holds, without comments, as bytes. Throws `c14n-unsupported`. */
export function canonicalise(element: XmlElement, canonicalisation: Canonicalisation): Uint8Array {
  return encoder.encode(canonicalText(element, canonicalisation));
}

/** The same before encoding. */
export function canonicalText(element: XmlElement, canonicalisation: Canonicalisation): string {
  let text = '';
  walkCanonical(element, canonicalisation, (piece) => {
    text += piece;
    return true;
  });
  return text;
}

/**
 * The canonical form, taken from the file itself where its bytes are proved, piece by piece, to be that form already;
 * otherwise made anew. Throws `c14n-unsupported`.
 */
export function canonicalBytes(document: XmlDocument, element: XmlElement, how: Canonicalisation): Uint8Array {
  const proved = walkCanonical(element, how, matchFrom(document.text, element.characterStart).sink);
  return proved ? document.bytes.subarray(element.start, element.end) : canonicalise(element, how);
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Where the file first departs from the one spelling a record has (declaration, canonical tags and text, nothing
 * before or after): a character position, or undefined when every byte is as it would be written. What no signature
 * covers cannot be altered unseen then.
 */
export function firstDeparture(document: XmlDocument): number | undefined {
  const { text, root } = document;
  if (!text.startsWith(xmlDeclaration)) return 0;
  const matching = matchFrom(text, xmlDeclaration.length);
  if (!walkAsDeclared(root, matching.sink)) return matching.reached();
  const rest = text.slice(matching.reached());
  return rest === '' || rest === '\n' ? undefined : matching.reached();
}

function matchFrom(text: string, start: number) {
  let at = start;
  const sink = (piece: string): boolean => {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
    return true;
  };
  return { sink, reached: () => at };
}
