import type { SaxesAttributeNS, SaxesParser, SaxesTagNS } from 'saxes';
import type { SignatureErrorCode } from '../errors.ts';
import { BytePositions } from './byte-positions.ts';
import { ElementNames } from './element-names.ts';
import { positionIn, XmlError } from './xml-error.ts';
import { absoluteName, longestNamespaceName, type XmlLimits } from './xml-limits.ts';
import type { XmlAside, XmlAttribute, XmlDocument, XmlElement, XmlText } from './xml-tree.ts';

export type NamespaceParser = SaxesParser<{ xmlns: true }>;

interface GrowingElement extends XmlElement {
  readonly children: (XmlElement | XmlText)[];
  readonly asides: XmlAside[];
  end: number;
}

export interface XmlSource {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly limits: XmlLimits;
  readonly foreign: boolean;
}

/** Grows the tree while the parser reads, and stops it at the first thing a file may not hold. */
export class TreeBuilder {
  readonly #parser: NamespaceParser;
  readonly #limits: XmlLimits;
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #positions: BytePositions;
  readonly #open: GrowingElement[] = [];
  readonly #names: ElementNames;
  readonly #before: XmlAside[] = [];
  readonly #after: XmlAside[] = [];
  #root: XmlElement | undefined;
  #elements = 0;
  #attributes = 0;
  #start = 0;
  /** Characters that went past the parser. */
  #unparsed = 0;
  #endOfStartTag = -1;

  constructor(parser: NamespaceParser, source: XmlSource) {
    this.#parser = parser;
    this.#text = source.text;
    this.#bytes = source.bytes;
    this.#limits = source.limits;
    this.#names = new ElementNames(source.foreign);
    this.#positions = new BytePositions(source.text, source.bytes.length);
  }

  document(): XmlDocument {
    if (this.#root === undefined) throw this.refusal('xml-malformed', 'no root element');
    return {
      ...{ root: this.#root, bytes: this.#bytes, text: this.#text },
      ...{ byId: this.#names.byId, ambiguousIds: this.#names.ambiguous },
      ...{ before: this.#before, after: this.#after, canonical: false },
    };
  }

  refusal(code: SignatureErrorCode, detail: string): XmlError {
    return new XmlError(code, detail, positionIn(this.#text, Math.max(0, this.#position() - 1)));
  }

  #position(): number {
    return this.#parser.position + this.#unparsed;
  }

  isDirectlyAfterStartTag(position: number): boolean {
    return this.#endOfStartTag === position;
  }

  /** Text that the parser is not shown, since it cannot end, escape or break anything. */
  addUnparsedText(text: string): void {
    this.#unparsed += text.length;
    this.addText(text);
  }

  /** Before the attributes are read: what is too deep or too many must not cost anything first. */
  startTag(): void {
    this.#start = this.#text.lastIndexOf('<', this.#position() - 1);
    this.#attributes = 0;
    this.#elements += 1;
    if (this.#elements > this.#limits.elements) throw this.refusal('xml-too-large', 'too many elements');
    if (this.#open.length >= this.#limits.depth)
      throw this.refusal('xml-too-deep', `deeper than ${this.#limits.depth}`);
  }

  attribute(): void {
    this.#attributes += 1;
    if (this.#attributes > this.#limits.attributesOfElement) throw this.refusal('xml-too-large', 'too many attributes');
  }

  openTag(tag: SaxesTagNS): void {
    const parent = this.#open.at(-1);
    const declarations = new Map<string, string>();
    const attributes = new Map<string, string>();
    const attributeNodes: XmlAttribute[] = [];
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.name === 'xmlns') this.#declare(declarations, '', attribute.value);
      else if (attribute.prefix === 'xmlns') this.#declare(declarations, attribute.local, attribute.value);
      else attributeNodes.push(this.#attribute(attribute, attributes));
    }
    const element: GrowingElement = {
      kind: 'element',
      name: tag.name,
      prefix: tag.prefix,
      namespace: tag.uri,
      localName: tag.local,
      attributes,
      attributeNodes,
      declarations,
      children: [],
      asides: [],
      parent,
      start: this.#positions.byteOf(this.#start),
      end: 0,
      characterStart: this.#start,
    };
    const wrong = this.#names.add(element);
    if (wrong !== undefined) throw this.refusal(wrong.code, wrong.detail);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
    this.#open.push(element);
    this.#endOfStartTag = this.#position();
  }

  closeTag(): void {
    const element = this.#open.pop();
    this.#endOfStartTag = -1;
    if (element !== undefined) element.end = this.#positions.byteOf(this.#position());
  }

  addText(text: string): void {
    const element = this.#open.at(-1);
    if (element === undefined || text === '') return;
    const { children, asides } = element;
    const last = children.at(-1);
    const adjoins = asides.at(-1)?.before !== children.length;
    if (last?.kind === 'text' && adjoins) children[children.length - 1] = { kind: 'text', text: last.text + text };
    else children.push({ kind: 'text', text });
  }

  addInstruction(target: string, data: string): void {
    const { into, before } = this.#asidesHere();
    into.push({ kind: 'instruction', target, data, before });
  }

  addComment(text: string): void {
    const { into, before } = this.#asidesHere();
    into.push({ kind: 'comment', text, before });
  }

  #asidesHere(): { into: XmlAside[]; before: number } {
    const element = this.#open.at(-1);
    if (element !== undefined) return { into: element.asides, before: element.children.length };
    return { into: this.#root === undefined ? this.#before : this.#after, before: 0 };
  }

  #declare(declarations: Map<string, string>, prefix: string, uri: string): void {
    if (prefix === 'xml') return;
    if (uri !== '' && !absoluteName.test(uri)) throw this.refusal('xml-malformed', `namespace name "${uri}"`);
    if (uri.length > longestNamespaceName) throw this.refusal('xml-too-large', 'namespace name');
    declarations.set(prefix, uri);
  }

  #attribute(attribute: SaxesAttributeNS, byName: Map<string, string>): XmlAttribute {
    const { name, prefix, local, uri, value } = attribute;
    byName.set(prefix === '' ? local : `{${uri}}${local}`, value);
    return { name, prefix, namespace: uri, localName: local, value };
  }
}
