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
  /** Adjoining text is one node, whatever it was made of; only an instruction parts it. */
  readonly children: readonly (XmlElement | XmlText)[];
  /** Only in foreign files, where they are allowed. */
  readonly instructions: readonly XmlInstruction[];
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

export interface XmlInstruction {
  readonly target: string;
  readonly data: string;
  /** It stands before the child of this index. */
  readonly before: number;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** By the attribute `Id`, unique in the document. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly bytes: Uint8Array;
  /** The decoded file. */
  readonly text: string;
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.kind === 'element');
}

/** The element's own text; undefined when it holds anything else, so that nothing hidden inside is skipped. */
export function plainText(element: XmlElement): string | undefined {
  const [only, ...more] = element.children;
  if (element.instructions.length > 0) return undefined;
  if (only === undefined) return '';
  return only.kind === 'text' && more.length === 0 ? only.text : undefined;
}

export function hasName(element: XmlElement, namespace: string, localName: string): boolean {
  return element.localName === localName && element.namespace === namespace;
}

/** From the root down, as `{namespace}local`. */
export function pathOf(element: XmlElement): readonly string[] {
  const own = `{${element.namespace}}${element.localName}`;
  return element.parent === undefined ? [own] : [...pathOf(element.parent), own];
}

/** For people: `/HocBa/ChuKy/ds:Signature[2]`. */
export function placeOf(element: XmlElement): string {
  const { parent, name } = element;
  if (parent === undefined) return `/${name}`;
  const namesakes = childElements(parent).filter((child) => child.name === name);
  const position = namesakes.length > 1 ? `[${namesakes.indexOf(element) + 1}]` : '';
  return `${placeOf(parent)}/${name}${position}`;
}

export function* elementsWithin(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elementsWithin(child);
}
