import type { XmlElement } from '../xml/index.ts';
import { attributeOf, base64In, Members, type Spacing } from './element-reader.ts';
import { dsNamespace, referenceType, xadesNamespace } from './names.ts';
import { readSignedInfo, type SignedInfo } from './read-signed-info.ts';
import { readSignedProperties, type SignedProperties } from './read-signed-properties.ts';
import { XadesRefusal } from './refusal.ts';

/** A ds:Signature whose form is exactly right; nothing of it is verified yet. */
export interface ReadSignature {
  readonly element: XmlElement;
  readonly id: string;
  readonly signedInfo: SignedInfo;
  readonly signatureValue: { readonly element: XmlElement; readonly bytes: Uint8Array };
  readonly keyInfo?: XmlElement;
  readonly certificates: readonly Uint8Array[];
  readonly signedProperties: SignedProperties;
  readonly unsignedProperties: readonly XmlElement[];
}

/** Reads one ds:Signature: one of everything, in order, nothing else. Throws XadesRefusal. */
export function readSignature(element: XmlElement, spacing: Spacing): ReadSignature {
  const members = new Members(element, spacing, ['Id']);
  const signedInfo = readSignedInfo(members.take(dsNamespace, 'SignedInfo'), spacing);
  const value = members.take(dsNamespace, 'SignatureValue');
  const keyInfo = members.takeIf(dsNamespace, 'KeyInfo');
  const object = new Members(members.take(dsNamespace, 'Object'), spacing, spacing.lenient ? ['Id'] : []);
  members.end();
  const qualifying = object.take(xadesNamespace, 'QualifyingProperties');
  object.end();
  const id = attributeOf(element, 'Id');
  if (attributeOf(qualifying, 'Target') !== `#${id}`)
    throw new XadesRefusal('signed-properties-of-another', qualifying);
  const properties = new Members(qualifying, spacing, spacing.lenient ? ['Target', 'Id'] : ['Target']);
  const signedProperties = readSignedProperties(properties.take(xadesNamespace, 'SignedProperties'), spacing);
  const unsigned = properties.takeIf(xadesNamespace, 'UnsignedProperties');
  properties.end();
  requireOwnProperties(signedInfo, signedProperties);
  return {
    element,
    id,
    signedInfo,
    signatureValue: { element: value, bytes: base64In(value, spacing, ['Id']) },
    ...(keyInfo === undefined ? {} : { keyInfo }),
    certificates: keyInfo === undefined ? [] : readKeyInfo(keyInfo, spacing),
    signedProperties,
    unsignedProperties: unsigned === undefined ? [] : readUnsigned(unsigned, spacing),
  };
}

/** Exactly one reference is typed as the properties', and it names those of this signature. @spec EN 319 132-1 4.4.1 */
function requireOwnProperties(signedInfo: SignedInfo, properties: SignedProperties): void {
  const [only, ...more] = signedInfo.references.filter(({ type }) => type === referenceType.signedProperties);
  if (only === undefined || more.length > 0) throw new XadesRefusal('signed-properties-not-signed', signedInfo.element);
  if (only.uri !== `#${attributeOf(properties.element, 'Id')}`) {
    throw new XadesRefusal('signed-properties-of-another', only.element);
  }
}

/** Certificates only: a bare key or a pointer elsewhere says nothing a certificate does not say better. */
function readKeyInfo(element: XmlElement, spacing: Spacing): readonly Uint8Array[] {
  const allowed = element.children.every(
    (child) => child.kind === 'text' || (child.namespace === dsNamespace && child.localName === 'X509Data'),
  );
  if (!allowed) throw new XadesRefusal('key-info-not-allowed', element);
  const members = new Members(element, spacing, spacing.lenient ? ['Id'] : []);
  const data = members.takeAll(dsNamespace, 'X509Data');
  members.end();
  return data.flatMap((one) => {
    const inside = new Members(one, spacing);
    const certificates = inside.takeAll(dsNamespace, 'X509Certificate').map((text) => base64In(text, spacing));
    inside.end();
    return certificates;
  });
}

function readUnsigned(element: XmlElement, spacing: Spacing): readonly XmlElement[] {
  const members = new Members(element, spacing, spacing.lenient ? ['Id'] : []);
  const properties = members.take(xadesNamespace, 'UnsignedSignatureProperties');
  members.end();
  // Their own content is read by whoever judges them.
  return properties.children.filter((child): child is XmlElement => child.kind === 'element');
}
