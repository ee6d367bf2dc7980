/**
 * The one tree everything reads: signatures are checked over it and the content is read from it, so no second parser
 * can see something else. Plain readonly data; positions are bytes of the file.
 */
export interface XmlElement {
  readonly kind: 'element';
  /** As written: `ds:Signature`. */
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly localName: string;
  /** By local name, without namespace declarations; prefixed ones as `{namespace}local`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The same attributes in the order of the file. */
  readonly attributeNodes: readonly XmlAttribute[];
  /** Declared on this element: prefix (empty for the default) → namespace. */
  readonly declarations: ReadonlyMap<string, string>;
  /** Adjoining text is one node, whatever it was made of; only an aside parts it. */
  readonly children: readonly (XmlElement | XmlText)[];
  /** Only in foreign files, where they are allowed. */
  readonly asides: readonly XmlAside[];
  readonly parent: XmlElement | undefined;
  /** Bytes of the file: of `<`, and after the `>` that ends the element. */
  readonly start: number;
  readonly end: number;
  /** The same start counted in characters of the decoded file. */
  readonly characterStart: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export interface XmlAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly localName: string;
  readonly value: string;
}

/** Comments and processing instructions, in the order of the file. */
export type XmlAside = XmlInstruction | XmlComment;

export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly data: string;
  /** It stands before the child of this index. */
  readonly before: number;
}

export interface XmlComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly before: number;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** By the attribute `Id`, unique in the document; in foreign files by any attribute that names an element. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Only in foreign files: names that several elements bear, and so name none. */
  readonly ambiguousIds: ReadonlySet<string>;
  /** Only in foreign files: what stands before and after the root. */
  readonly before: readonly XmlAside[];
  readonly after: readonly XmlAside[];
  /** In UTF-8, whatever the file was in. */
  readonly bytes: Uint8Array;
  /** The decoded file. */
  readonly text: string;
  /** Proved while reading: the file is spelled as a record is written, every tag and text as canonical XML has it. */
  readonly canonical: boolean;
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.kind === 'element');
}

/** The element's own text; undefined when it holds anything else, so that nothing hidden inside is skipped. */
export function plainText(element: XmlElement): string | undefined {
  const [only, ...more] = element.children;
  if (element.asides.length > 0) return undefined;
  if (only === undefined) return '';
  return only.kind === 'text' && more.length === 0 ? only.text : undefined;
}

/** The element's own text with whatever comments stand in it passed over; undefined when it holds elements. */
export function wholeText(element: XmlElement): string | undefined {
  const texts = element.children.filter((child) => child.kind === 'text');
  return texts.length === element.children.length ? texts.map(({ text }) => text).join('') : undefined;
}

export function hasName(element: XmlElement, namespace: string, localName: string): boolean {
  return element.localName === localName && element.namespace === namespace;
}

/** From the root down, as `{namespace}local`. */
export function pathOf(element: XmlElement): readonly string[] {
  const own = `{${element.namespace}}${element.localName}`;
  return element.parent === undefined ? [own] : [...pathOf(element.parent), own];
}

export function* elementsWithin(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elementsWithin(child);
}
