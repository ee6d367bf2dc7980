import type { NameParts } from './scanned-name.ts';
import type { SparsePositions } from './sparse-positions.ts';
import type { XmlAside, XmlAttribute, XmlElement, XmlText } from './xml-tree.ts';

/** Namespaces in scope: a list, the nearest first. */
export interface ScannedScope {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: ScannedScope | undefined;
}

interface Scanned {
  readonly name: NameParts;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: ScannedElement | undefined;
  readonly scope: ScannedScope | undefined;
  /** Whether the nearest of the scope is declared here. */
  readonly declares: boolean;
  readonly characterStart: number;
  readonly positions: SparsePositions;
}

const noAsides: readonly XmlAside[] = [];
const noMap: ReadonlyMap<string, string> = new Map();

/** What most readers never ask for is made when it is asked for. */
export class ScannedElement implements XmlElement {
  readonly kind = 'element';
  readonly name: string;
  readonly prefix: string;
  readonly localName: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly attributeNodes: readonly XmlAttribute[];
  readonly declarations: ReadonlyMap<string, string>;
  readonly children: (XmlElement | XmlText)[] = [];
  readonly asides = noAsides;
  readonly parent: ScannedElement | undefined;
  readonly characterStart: number;
  readonly scope: ScannedScope | undefined;
  characterEnd = 0;
  readonly #positions: SparsePositions;

  constructor({ name, namespace, attributes, parent, scope, declares, characterStart, positions }: Scanned) {
    this.name = name.name;
    this.prefix = name.prefix;
    this.localName = name.localName;
    this.namespace = namespace;
    this.attributeNodes = attributes;
    this.attributes = attributes.length === 0 ? noMap : mapOf(attributes);
    this.declarations = declares && scope !== undefined ? new Map([[scope.prefix, scope.uri]]) : noMap;
    this.parent = parent;
    this.scope = scope;
    this.characterStart = characterStart;
    this.#positions = positions;
  }

  get start(): number {
    return this.#positions.byteOf(this.characterStart);
  }

  get end(): number {
    return this.#positions.byteOf(this.characterEnd);
  }
}

function mapOf(attributes: readonly XmlAttribute[]): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { localName, value } of attributes) map.set(localName, value);
  return map;
}
