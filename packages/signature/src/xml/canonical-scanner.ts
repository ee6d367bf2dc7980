import { ElementNames } from './element-names.ts';
import { ScannedElement, type ScannedScope } from './scanned-element.ts';
import { type NameParts, nameEnd, namePartsOf } from './scanned-name.ts';
import { SparsePositions } from './sparse-positions.ts';
import { plainAttribute, plainText } from './unescape.ts';
import { xmlDeclaration } from './xml-declaration.ts';
import { absoluteName, longestNamespaceName, type XmlLimits } from './xml-limits.ts';
import type { XmlAttribute, XmlDocument } from './xml-tree.ts';

const space = 0x20;
const slash = 0x2f;
const equalsSign = 0x3d;
const greaterThan = 0x3e;
const quote = 0x22;

/** Stops the scan: the file may still be good XML, but not in the one spelling known here. */
const otherwise = Symbol('otherwise');

/**
 * Reads a file that is spelled exactly as a record is written: declaration, canonical tags and text, declarations only
 * where they are used, no prefixed attributes, nothing before or after. Undefined for every other file, which the
 * general parser then reads or refuses; where both read, both give the same tree.
 */
export function scanCanonical(text: string, bytes: Uint8Array, limits: XmlLimits): XmlDocument | undefined {
  if (!text.startsWith(xmlDeclaration)) return undefined;
  const positions = SparsePositions.of(text);
  if (positions === undefined) return undefined;
  try {
    return new CanonicalScanner(text, positions, limits).document(bytes);
  } catch (stop) {
    if (stop === otherwise) return undefined;
    throw stop;
  }
}

class CanonicalScanner {
  readonly #text: string;
  readonly #positions: SparsePositions;
  readonly #limits: XmlLimits;
  readonly #names = new ElementNames(false);
  readonly #knownNames = new Map<string, NameParts>();
  #at = xmlDeclaration.length;
  #elements = 0;
  #depth = 0;

  constructor(text: string, positions: SparsePositions, limits: XmlLimits) {
    this.#text = text;
    this.#positions = positions;
    this.#limits = limits;
  }

  document(bytes: Uint8Array): XmlDocument {
    const text = this.#text;
    if (text[this.#at] !== '<') throw otherwise;
    const root = this.#startTag(undefined, undefined);
    let open: ScannedElement | undefined = root;
    while (open !== undefined) open = this.#step(open);
    const rest = text.length - this.#at;
    if (rest > 1 || (rest === 1 && !text.endsWith('\n'))) throw otherwise;
    const { byId, ambiguous: ambiguousIds } = this.#names;
    return { root, byId, ambiguousIds, before: [], after: [], bytes, text, canonical: true };
  }

  /** Reads up to and with the next tag. Gives the element that is open then. */
  #step(open: ScannedElement): ScannedElement | undefined {
    const tag = this.#text.indexOf('<', this.#at);
    if (tag < 0) throw otherwise;
    if (tag > this.#at) {
      const text = plainText(this.#text.slice(this.#at, tag));
      if (text === undefined) throw otherwise;
      open.children.push({ kind: 'text', text });
      this.#at = tag;
    }
    if (this.#text.charCodeAt(tag + 1) === slash) return this.#endTag(open);
    const child = this.#startTag(open, open.scope);
    open.children.push(child);
    return child;
  }

  #endTag(open: ScannedElement): ScannedElement | undefined {
    const end = this.#at + 2 + open.name.length;
    if (!this.#text.startsWith(open.name, this.#at + 2) || this.#text.charCodeAt(end) !== greaterThan) throw otherwise;
    this.#at = end + 1;
    this.#depth -= 1;
    open.characterEnd = this.#at;
    return open.parent;
  }

  #startTag(parent: ScannedElement | undefined, outer: ScannedScope | undefined): ScannedElement {
    const start = this.#at;
    this.#elements += 1;
    this.#depth += 1;
    if (this.#elements > this.#limits.elements || this.#depth > this.#limits.depth) throw otherwise;
    const name = this.#name(start + 1);
    const scope = this.#declarations(name, outer);
    const attributes = this.#attributes(scope === outer ? 0 : 1);
    const namespace = scopeOf(name.prefix, scope)?.uri;
    if (namespace === undefined && name.prefix !== '') throw otherwise;
    const element = new ScannedElement({
      ...{ name, namespace: namespace ?? '', attributes, parent, scope },
      ...{ declares: scope !== outer, characterStart: start, positions: this.#positions },
    });
    if (attributes.length > 0 && this.#names.add(element) !== undefined) throw otherwise;
    return element;
  }

  #name(start: number): NameParts {
    const end = nameEnd(this.#text, start);
    const raw = this.#text.slice(start, end);
    this.#at = end;
    let parts = this.#knownNames.get(raw);
    if (parts === undefined) {
      parts = namePartsOf(raw);
      if (parts === undefined) throw otherwise;
      this.#knownNames.set(raw, parts);
    }
    return parts;
  }

  /** At most one, first, and of the prefix the element itself uses: more, canonical XML would not write here. */
  #declarations({ prefix }: NameParts, outer: ScannedScope | undefined): ScannedScope | undefined {
    const start = prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`;
    if (!this.#text.startsWith(start, this.#at)) return outer;
    this.#at += start.length;
    const uri = this.#value();
    if (!absoluteName.test(uri) || uri.length > longestNamespaceName || prefix.startsWith('xml')) throw otherwise;
    return { prefix, uri, outer };
  }

  #attributes(declarations: number): readonly XmlAttribute[] {
    let attributes: XmlAttribute[] | undefined;
    let last = '';
    while (this.#text.charCodeAt(this.#at) === space) {
      const name = this.#name(this.#at + 1);
      // Rising order, so that none is there twice; a declaration here would be one nobody uses.
      if (name.prefix !== '' || name.localName <= last || name.localName === 'xmlns') throw otherwise;
      if (this.#text.charCodeAt(this.#at) !== equalsSign || this.#text.charCodeAt(this.#at + 1) !== quote)
        throw otherwise;
      this.#at += 2;
      last = name.localName;
      attributes ??= [];
      attributes.push({ name: last, prefix: '', namespace: '', localName: last, value: this.#value() });
    }
    if (this.#text.charCodeAt(this.#at) !== greaterThan) throw otherwise;
    this.#at += 1;
    if (attributes === undefined) return none;
    if (attributes.length + declarations > this.#limits.attributesOfElement) throw otherwise;
    return attributes;
  }

  #value(): string {
    const end = this.#text.indexOf('"', this.#at);
    const value = end < 0 ? undefined : plainAttribute(this.#text.slice(this.#at, end));
    if (value === undefined) throw otherwise;
    this.#at = end + 1;
    return value;
  }
}

const none: readonly XmlAttribute[] = [];

function scopeOf(prefix: string, scope: ScannedScope | undefined): ScannedScope | undefined {
  for (let at = scope; at !== undefined; at = at.outer) if (at.prefix === prefix) return at;
  return undefined;
}
