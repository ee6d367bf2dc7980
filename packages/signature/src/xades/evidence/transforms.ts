import { hasName, parseXml, wholeText, type XmlElement } from '../../xml/index.ts';
import { decodeBase64 } from '../base64-text.ts';
import { dsNamespace } from '../names.ts';
import { namedCanonicalisation } from './canonical-method.ts';
import { algorithmOf, optionalMember, textOf } from './foreign-members.ts';
import type { Octets } from './octets.ts';
import { EvidenceRefusal } from './problems.ts';
import type { NodeData, SignedData } from './signed-data.ts';

const envelopedSignature = `${dsNamespace}enveloped-signature`;
const base64 = `${dsNamespace}base64`;
const xpath = 'http://www.w3.org/TR/1999/REC-xpath-19991116';
const xpathFilter = 'http://www.w3.org/2002/06/xmldsig-filter2';

interface Transforming {
  readonly signature: XmlElement;
  readonly octets: Octets;
}

/**
 * Canonicalisation, cutting out the signature itself or all signatures, and base64: what can neither run code, nor
 * choose freely what is signed, nor fetch. Everything else is refused. Throws EvidenceRefusal.
 */
export function transform(data: SignedData, step: XmlElement, context: Transforming): SignedData {
  const form = namedCanonicalisation(step);
  if (form !== undefined) return { kind: 'octets', bytes: context.octets.canonical(nodesOf(data, step), form) };
  switch (algorithmOf(step)) {
    case envelopedSignature:
      return withoutOwnSignature(data, step, context.signature);
    case base64:
      return decoded(data, step);
    case xpath:
    case xpathFilter:
      return withoutSignatures(data, step);
    default:
      throw new EvidenceRefusal('transform-not-allowed', step);
  }
}

/** Bytes that a transform needs as a tree are read like any foreign file, never with a document type. */
export function nodesOf(data: SignedData, at: XmlElement): NodeData {
  if (data.kind === 'nodes') return data;
  try {
    const document = parseXml(data.bytes, { foreign: true });
    return { kind: 'nodes', document, apex: document.root, whole: true, comments: true };
  } catch {
    throw new EvidenceRefusal('transform-not-allowed', at);
  }
}

/** A signature that does not stand inside what it signs has nothing to cut out: it was moved. @spec XMLDSig 1.1 6.6.4 */
function withoutOwnSignature(data: SignedData, step: XmlElement, signature: XmlElement): SignedData {
  if (data.kind !== 'nodes' || !isWithin(signature, data.apex)) {
    throw new EvidenceRefusal('enveloped-transform-outside', step);
  }
  const { without } = data;
  return { ...data, without: (element) => element === signature || without?.(element) === true };
}

function isWithin(element: XmlElement, outer: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

function decoded(data: SignedData, step: XmlElement): SignedData {
  const text = data.kind === 'nodes' ? wholeText(data.apex) : new TextDecoder().decode(data.bytes);
  const bytes = text === undefined ? undefined : decodeBase64(text.replace(/[ \t\r\n]/g, ''));
  if (bytes === undefined) throw new EvidenceRefusal('transform-not-allowed', step);
  return { kind: 'octets', bytes };
}

/** The two expressions by which enveloped signatures stand beside one another; no expression is ever evaluated. */
function withoutSignatures(data: SignedData, step: XmlElement): SignedData {
  if (data.kind !== 'nodes' || !cutsOutSignatures(step)) throw new EvidenceRefusal('transform-not-allowed', step);
  const { without } = data;
  return {
    ...data,
    without: (element) => hasName(element, dsNamespace, 'Signature') || without?.(element) === true,
  };
}

function cutsOutSignatures(step: XmlElement): boolean {
  const filter = optionalMember(step, xpathFilter, 'XPath');
  const expression = filter ?? optionalMember(step, dsNamespace, 'XPath');
  if (expression === undefined) return false;
  const wanted =
    filter === undefined ? /^not\(ancestor-or-self::([^:()]+):Signature\)$/ : /^\/descendant::([^:()]+):Signature$/;
  const prefix = wanted.exec(textOf(expression))?.[1];
  if (filter !== undefined && filter.attributes.get('Filter') !== 'subtract') return false;
  return prefix !== undefined && namespaceOf(prefix, expression) === dsNamespace;
}

function namespaceOf(prefix: string, element: XmlElement): string | undefined {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    const uri = at.declarations.get(prefix);
    if (uri !== undefined) return uri;
  }
  return undefined;
}
