import { SignatureError } from '../errors.ts';
import { type Canonicalisation, documentAsides, walkAsDeclared, walkCanonical } from './canonical-walk.ts';
import { declaresAsUsed } from './declares-as-used.ts';
import { xmlDeclaration } from './xml-declaration.ts';
import type { XmlDocument, XmlElement } from './xml-tree.ts';

const encoder = new TextEncoder();

/** A canonical form may be larger than the file, by namespaces written again: sixteen times the largest record. */
const longestForm = 128 << 20;

/** The canonical form of an element and all it holds, as bytes. Throws `c14n-unsupported`, `xml-too-large`. */
export function canonicalise(element: XmlElement, canonicalisation: Canonicalisation): Uint8Array {
  return encoder.encode(canonicalText(element, canonicalisation));
}

/** The same before encoding. */
export function canonicalText(element: XmlElement, canonicalisation: Canonicalisation): string {
  let text = '';
  const whole = walkCanonical(element, canonicalisation, (piece) => {
    text += piece;
    return text.length <= longestForm;
  });
  if (!whole) throw new SignatureError('xml-too-large', 'canonical form');
  return text;
}

/** The canonical form of a whole document: the root and what stands before and after it. Throws as `canonicalise`. */
export function canonicalDocument(document: XmlDocument, how: Canonicalisation): Uint8Array {
  const comments = how.comments === true;
  const before = documentAsides(document.before, 'before', comments);
  const after = documentAsides(document.after, 'after', comments);
  return encoder.encode(`${before}${canonicalText(document.root, how)}${after}`);
}

/**
 * The canonical form, taken from the file itself where its bytes are proved, piece by piece, to be that form already;
 * otherwise made anew. Throws as `canonicalise`.
 */
export function canonicalBytes(document: XmlDocument, element: XmlElement, how: Canonicalisation): Uint8Array {
  if (document.canonical && isPlain(how) && declaresAsUsed(element, undefined)) {
    return document.bytes.subarray(element.start, element.end);
  }
  const matching = matchFrom(document.text, element.characterStart);
  const proved = how.without === undefined && walkCanonical(element, how, matching.sink);
  return proved ? document.bytes.subarray(element.start, element.end) : canonicalise(element, how);
}

/**
 * Where the file first departs from the one spelling a record has (declaration, canonical tags and text, nothing
 * before or after): a character position, or undefined when every byte is as it would be written. What no signature
 * covers cannot be altered unseen then.
 */
export function firstDeparture(document: XmlDocument): number | undefined {
  if (document.canonical) return undefined;
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

function isPlain({ form, inclusivePrefixes, without }: Canonicalisation): boolean {
  return form === 'exclusive' && (inclusivePrefixes?.length ?? 0) === 0 && without === undefined;
}
