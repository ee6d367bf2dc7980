import {
  type DigestAlgorithm,
  digestAlgorithmByXmlUri,
  digestAlgorithms,
  type SignatureAlgorithm,
  signatureAlgorithmByXmlUri,
} from '../crypto/index.ts';
import type { CanonicalForm, Canonicalisation, XmlElement } from '../xml/index.ts';
import { attributeOf, base64In, Members, type Spacing } from './element-reader.ts';
import { dsNamespace, exclusiveC14n, mostReferences } from './names.ts';
import { XadesRefusal } from './refusal.ts';

export interface SignedInfo {
  readonly element: XmlElement;
  readonly canonicalisation: Canonicalisation;
  readonly algorithm: SignatureAlgorithm;
  readonly references: readonly SignedReference[];
}

export interface SignedReference {
  readonly element: XmlElement;
  readonly id?: string;
  readonly uri: string;
  readonly type?: string;
  readonly canonicalisation: Canonicalisation;
  readonly algorithm: DigestAlgorithm;
  readonly digest: Uint8Array;
}

/** All that may canonicalise; the variants with comments are not among them. */
const forms: Readonly<Record<string, CanonicalForm>> = {
  [exclusiveC14n]: 'exclusive',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315': 'inclusive-1.0',
  'http://www.w3.org/2006/12/xml-c14n11': 'inclusive-1.1',
};

/** Reads ds:SignedInfo exactly. Throws XadesRefusal. @spec XMLDSig 1.1 4.4 */
export function readSignedInfo(element: XmlElement, spacing: Spacing): SignedInfo {
  const members = new Members(element, spacing, ['Id']);
  const canonicalisation = readCanonicalisation(members.take(dsNamespace, 'CanonicalizationMethod'), spacing);
  const algorithm = readSignatureMethod(members.take(dsNamespace, 'SignatureMethod'), spacing);
  const references = members.takeAll(dsNamespace, 'Reference');
  if (references.length === 0) throw new XadesRefusal('no-references', element);
  if (references.length > mostReferences) throw new XadesRefusal('too-many-references', element);
  members.end();
  return { element, canonicalisation, algorithm, references: references.map((one) => readReference(one, spacing)) };
}

export function readCanonicalisation(element: XmlElement, spacing: Spacing): Canonicalisation {
  return readForm(element, spacing) ?? refuse('canonicalisation-not-allowed', element);
}

/** HMAC, and whatever else no certificate stands behind, is not among the algorithms there are. */
function readSignatureMethod(element: XmlElement, spacing: Spacing): SignatureAlgorithm {
  new Members(element, spacing, ['Algorithm']).end();
  return signatureAlgorithmByXmlUri(attributeOf(element, 'Algorithm')) ?? refuse('algorithm-not-allowed', element);
}

function readReference(element: XmlElement, spacing: Spacing): SignedReference {
  const members = new Members(element, spacing, ['Id', 'Type', 'URI']);
  const transforms = members.takeIf(dsNamespace, 'Transforms');
  const { algorithm, digest } = readDigest(members, spacing);
  members.end();
  const id = element.attributes.get('Id');
  const type = element.attributes.get('Type');
  return {
    element,
    ...(id === undefined ? {} : { id }),
    ...(type === undefined ? {} : { type }),
    uri: attributeOf(element, 'URI'),
    // What XML-DSig prescribes when nothing is said. XMLDSig 1.1 4.4.3.2
    canonicalisation: transforms === undefined ? { form: 'inclusive-1.0' } : readTransforms(transforms, spacing),
    algorithm,
    digest,
  };
}

/** One canonicalisation and nothing else: no XPath, XSLT, base64, decryption, nor cutting out of the signature. */
function readTransforms(element: XmlElement, spacing: Spacing): Canonicalisation {
  const members = new Members(element, spacing);
  const [only, ...more] = members.takeAll(dsNamespace, 'Transform');
  members.end();
  if (only === undefined) throw new XadesRefusal('structure-wrong', element);
  const [second] = more;
  if (second !== undefined) throw new XadesRefusal('transform-not-allowed', second);
  return readForm(only, spacing) ?? refuse('transform-not-allowed', only);
}

function readForm(element: XmlElement, spacing: Spacing): Canonicalisation | undefined {
  const form = forms[attributeOf(element, 'Algorithm')];
  if (form === undefined) return undefined;
  const members = new Members(element, spacing, ['Algorithm']);
  const list = form === 'exclusive' ? members.takeIf(exclusiveC14n, 'InclusiveNamespaces') : undefined;
  members.end();
  if (list === undefined) return { form };
  new Members(list, spacing, ['PrefixList']).end();
  const prefixes = attributeOf(list, 'PrefixList')
    .split(/[ \t\r\n]+/)
    .filter((prefix) => prefix !== '');
  return { form, inclusivePrefixes: prefixes.map((prefix) => (prefix === '#default' ? '' : prefix)) };
}

/** ds:DigestMethod and ds:DigestValue, of an algorithm still to be trusted and of its length. */
export function readDigest(members: Members, spacing: Spacing): { algorithm: DigestAlgorithm; digest: Uint8Array } {
  const method = members.take(dsNamespace, 'DigestMethod');
  new Members(method, spacing, ['Algorithm']).end();
  const algorithm = digestAlgorithmByXmlUri(attributeOf(method, 'Algorithm'));
  if (algorithm === undefined || algorithm === 'sha-1') throw new XadesRefusal('algorithm-not-allowed', method);
  const value = members.take(dsNamespace, 'DigestValue');
  const digest = base64In(value, spacing);
  if (digest.length !== digestAlgorithms[algorithm].length) throw new XadesRefusal('value-malformed', value);
  return { algorithm, digest };
}

function refuse(
  code: 'canonicalisation-not-allowed' | 'transform-not-allowed' | 'algorithm-not-allowed',
  at: XmlElement,
): never {
  throw new XadesRefusal(code, at);
}
