import { childElements, type XmlElement } from '../../xml/index.ts';
import { xades141Namespace, xadesNamespace } from '../names.ts';
import { attribute, optionalMember } from './foreign-members.ts';
import { EvidenceRefusal } from './problems.ts';

const namespaces = [
  xadesNamespace,
  xades141Namespace,
  'http://uri.etsi.org/01903/v1.1.1#',
  'http://uri.etsi.org/01903/v1.2.2#',
];

/** The QualifyingProperties of one signature, of whatever edition of XAdES. */
export interface ForeignProperties {
  readonly namespace: string;
  readonly element: XmlElement;
  /** The ds:Object around them. */
  readonly object: XmlElement;
  readonly signedProperties?: XmlElement;
  /** Of the signature, in the order of the file. */
  readonly unsigned: readonly XmlElement[];
}

/** One set of properties, standing in an Object of this signature and naming it. Throws EvidenceRefusal. */
export function findProperties(signature: XmlElement, objects: readonly XmlElement[]): ForeignProperties | undefined {
  const found = objects.flatMap((object) =>
    childElements(object)
      .filter(isProperties)
      .map((element) => ({ object, element })),
  );
  const [properties, second] = found;
  if (second !== undefined) throw new EvidenceRefusal('properties-repeated', second.element);
  if (properties === undefined) return undefined;
  const { element, object } = properties;
  if (element.localName !== 'QualifyingProperties') throw new EvidenceRefusal('properties-elsewhere', element);
  const id = signature.attributes.get('Id');
  if (id === undefined || attribute(element, 'Target') !== `#${id}`) {
    throw new EvidenceRefusal('signed-properties-of-another', element);
  }
  const { namespace } = element;
  const signedProperties = optionalMember(element, namespace, 'SignedProperties');
  const outer = optionalMember(element, namespace, 'UnsignedProperties');
  const unsigned = outer === undefined ? undefined : optionalMember(outer, namespace, 'UnsignedSignatureProperties');
  return {
    ...{ namespace, element, object },
    ...(signedProperties === undefined ? {} : { signedProperties }),
    unsigned: unsigned === undefined ? [] : childElements(unsigned),
  };
}

function isProperties({ namespace, localName }: XmlElement): boolean {
  return (
    namespaces.includes(namespace) &&
    (localName === 'QualifyingProperties' || localName === 'QualifyingPropertiesReference')
  );
}
