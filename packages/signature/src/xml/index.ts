/** XML as signatures need it: one strict reading into one tree, and the canonical forms of its parts. */
export type { CanonicalForm, Canonicalisation } from './canonical-walk.ts';
export {
  canonicalBytes,
  canonicalDocument,
  canonicalise,
  canonicalText,
  firstDeparture,
} from './canonicalise.ts';
export { escapeAttribute, escapeText } from './escape.ts';
export { parseXml } from './parse.ts';
export { placeOf } from './place-of.ts';
export { standingOf } from './siblings.ts';
export { xmlDeclaration } from './xml-declaration.ts';
export { XmlError } from './xml-error.ts';
export { defaultLimits, foreignLimits, type XmlLimits, type XmlOptions } from './xml-limits.ts';
export type {
  XmlAside,
  XmlAttribute,
  XmlComment,
  XmlDocument,
  XmlElement,
  XmlInstruction,
  XmlText,
} from './xml-tree.ts';
export { childElements, elementsWithin, hasName, pathOf, plainText, wholeText } from './xml-tree.ts';
