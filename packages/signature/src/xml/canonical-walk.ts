import { SignatureError } from '../errors.ts';
import { compareCodePoints } from './code-point-order.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { type XmlAside, type XmlAttribute, type XmlElement, xmlNamespace } from './xml-tree.ts';

export type CanonicalForm = 'exclusive' | 'inclusive-1.0' | 'inclusive-1.1';

export interface Canonicalisation {
  readonly form: CanonicalForm;
  /** InclusiveNamespaces PrefixList of the exclusive form; empty string for `#default`. */
  readonly inclusivePrefixes?: readonly string[];
  /** Comments are kept. */
  readonly comments?: boolean;
  /** Elements left out with all they hold: the enveloped signature. */
  readonly without?: (element: XmlElement) => boolean;
}

/** Takes the canonical form piece by piece; `false` stops the walk. */
export type PieceSink = (piece: string) => boolean;

/** Namespaces already written by the elements around: a list, the nearest first. */
interface Written {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: Written | undefined;
}

/** Which namespace declarations an element writes, given those already written. */
type Declarations = (element: XmlElement, written: Written | undefined) => readonly Declaration[];
type Declaration = readonly [prefix: string, uri: string];

/** Hands the canonical form of the element to the sink. Returns false when the sink stopped it. */
export function walkCanonical(apex: XmlElement, canonicalisation: Canonicalisation, sink: PieceSink): boolean {
  const declarations = declarationsOf(apex, canonicalisation);
  const inherited = inheritedXmlAttributes(apex, canonicalisation.form);
  const { comments = false, without } = canonicalisation;
  if (without?.(apex) === true) return true;
  return walk({ apex, inherited, declarations, sink, comments, without }, apex, undefined);
}

/** What stands before or after the root, with the line breaks that part it from the root. */
export function documentAsides(asides: readonly XmlAside[], side: 'before' | 'after', comments: boolean): string {
  const written = asides.map((aside) => asideText(aside, comments)).filter((text) => text !== '');
  return written.map((text) => (side === 'before' ? `${text}\n` : `\n${text}`)).join('');
}

/** Hands out the element as it would be written with its declarations where they are, those it does not use left out. */
export function walkAsDeclared(apex: XmlElement, sink: PieceSink): boolean {
  const declarations: Declarations = (element) =>
    sorted(visiblyUsed(element).filter(([prefix]) => element.declarations.has(prefix)));
  const context: Walk = { apex, inherited: [], declarations, sink, comments: false, without: undefined };
  return walk(context, apex, undefined);
}

interface Walk {
  readonly apex: XmlElement;
  readonly inherited: readonly XmlAttribute[];
  readonly declarations: Declarations;
  readonly sink: PieceSink;
  readonly comments: boolean;
  readonly without: ((element: XmlElement) => boolean) | undefined;
}

function walk(context: Walk, element: XmlElement, written: Written | undefined): boolean {
  const { sink } = context;
  const declared = context.declarations(element, written);
  const attributes =
    element === context.apex && context.inherited.length > 0
      ? [...element.attributeNodes, ...context.inherited]
      : element.attributeNodes;
  if (!sink(startTag(element.name, declared, attributes))) return false;
  const inside = declared.reduce<Written | undefined>((outer, [prefix, uri]) => ({ prefix, uri, outer }), written);
  if (!walkContent(context, element, inside)) return false;
  return sink(`</${element.name}>`);
}

function walkContent(context: Walk, element: XmlElement, written: Written | undefined): boolean {
  const { sink, without } = context;
  const { asides } = element;
  let next = 0;
  for (const [index, child] of element.children.entries()) {
    for (let aside = asides[next]; aside !== undefined && aside.before <= index; aside = asides[next]) {
      if (!sink(asideText(aside, context.comments))) return false;
      next += 1;
    }
    if (child.kind === 'text') {
      if (!sink(escapeText(child.text))) return false;
    } else if (without?.(child) !== true && !walk(context, child, written)) return false;
  }
  return asides.slice(next).every((aside) => sink(asideText(aside, context.comments)));
}

function startTag(name: string, declared: readonly Declaration[], attributes: readonly XmlAttribute[]): string {
  let tag = `<${name}`;
  for (const [prefix, uri] of declared) {
    tag += prefix === '' ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
  }
  for (const attribute of attributes.length > 1 ? [...attributes].sort(compareAttributes) : attributes) {
    tag += ` ${attribute.name}="${escapeAttribute(attribute.value)}"`;
  }
  return `${tag}>`;
}

function asideText(aside: XmlAside, comments: boolean): string {
  if (aside.kind === 'comment') return comments ? `<!--${aside.text}-->` : '';
  const { target, data } = aside;
  return data === '' ? `<?${target}?>` : `<?${target} ${data}?>`;
}

function declarationsOf(apex: XmlElement, canonicalisation: Canonicalisation): Declarations {
  if (canonicalisation.form !== 'exclusive') {
    return (element, written) => sorted(changed(inclusiveCandidates(element, apex), written));
  }
  const prefixes = new Set(canonicalisation.inclusivePrefixes);
  if (prefixes.size === 0) return (element, written) => sorted(changed(visiblyUsed(element), written));
  return (element, written) => {
    const candidates = new Map(visiblyUsed(element));
    for (const [prefix, uri] of inclusiveCandidates(element, apex))
      if (prefixes.has(prefix)) candidates.set(prefix, uri);
    return sorted(changed([...candidates], written));
  };
}

/** @spec Exclusive XML Canonicalization 1.0, 1.1 "visibly utilizes" */
function visiblyUsed(element: XmlElement): readonly Declaration[] {
  const used: Declaration[] = element.namespace === xmlNamespace ? [] : [[element.prefix, element.namespace]];
  for (const { prefix, namespace } of element.attributeNodes) {
    if (prefix === '' || namespace === xmlNamespace || used.some(([known]) => known === prefix)) continue;
    used.push([prefix, namespace]);
  }
  return used;
}

/** The apex answers for everything in scope, the elements below only for what they declare. */
function inclusiveCandidates(element: XmlElement, apex: XmlElement): readonly Declaration[] {
  if (element !== apex) return [...element.declarations];
  const inScope = new Map<string, string>();
  for (let at: XmlElement | undefined = apex; at !== undefined; at = at.parent) {
    for (const [prefix, uri] of at.declarations) if (!inScope.has(prefix)) inScope.set(prefix, uri);
  }
  return [...inScope];
}

function changed(candidates: readonly Declaration[], written: Written | undefined): readonly Declaration[] {
  return candidates.filter(([prefix, uri]) => writtenUri(prefix, written) !== uri);
}

function writtenUri(prefix: string, written: Written | undefined): string | undefined {
  for (let at = written; at !== undefined; at = at.outer) if (at.prefix === prefix) return at.uri;
  return prefix === '' ? '' : undefined;
}

function sorted(declarations: readonly Declaration[]): readonly Declaration[] {
  return declarations.length > 1 ? [...declarations].sort(([a], [b]) => compareCodePoints(a, b)) : declarations;
}

function compareAttributes(a: XmlAttribute, b: XmlAttribute): number {
  return compareCodePoints(a.namespace, b.namespace) || compareCodePoints(a.localName, b.localName);
}

/**
 * The `xml:` attributes that an apex takes over from the elements left out. Joining xml:base (1.1) is not done, and
 * so such a document is refused rather than digested wrongly. @spec Canonical XML 1.0 2.4, 1.1 2.4
 */
function inheritedXmlAttributes(apex: XmlElement, form: CanonicalForm): readonly XmlAttribute[] {
  if (form === 'exclusive') return [];
  const seen = new Set(apex.attributeNodes.filter((a) => a.namespace === xmlNamespace).map((a) => a.localName));
  const inherited: XmlAttribute[] = [];
  for (let at = apex.parent; at !== undefined; at = at.parent) {
    for (const attribute of at.attributeNodes) {
      if (attribute.namespace !== xmlNamespace) continue;
      const { localName } = attribute;
      if (form === 'inclusive-1.1' && localName === 'base') {
        throw new SignatureError('c14n-unsupported', 'xml:base above the element (C14N 1.1)');
      }
      if (form === 'inclusive-1.1' && localName !== 'lang' && localName !== 'space') continue;
      if (seen.has(localName)) continue;
      seen.add(localName);
      inherited.push(attribute);
    }
  }
  return inherited;
}
