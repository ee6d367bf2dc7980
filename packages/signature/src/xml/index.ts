/** XML as signatures need it: one strict reading into one tree, and the canonical forms of its parts. */
export type { CanonicalForm, Canonicalisation } from './canonical-walk.ts';
export {
  canonicalBytes,
  canonicalise,
  canonicalText,
  firstDeparture,
  xmlDeclaration,
} from './canonicalise.ts';
export { escapeAttribute, escapeText } from './escape.ts';
export { parseXml } from './parse.ts';
export { XmlError } from './xml-error.ts';
export type { XmlLimits, XmlOptions } from './xml-limits.ts';
export type { XmlAttribute, XmlDocument, XmlElement, XmlInstruction, XmlText } from './xml-tree.ts';
export { childElements, elementsWithin, hasName, pathOf, placeOf, plainText } from './xml-tree.ts';
