import { elementsWithin, type XmlElement } from '../../xml/index.ts';
import { xades141Namespace, xadesNamespace } from '../names.ts';
import { bytesOf } from './foreign-members.ts';

/** Validation material that unsigned properties carry, DER. */
export interface CarriedValues {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

const holders = new Set([
  'CertificateValues',
  'RevocationValues',
  'AttrAuthoritiesCertValues',
  'AttributeRevocationValues',
  'TimeStampValidationData',
  'AnyValidationData',
]);

/** Throws EvidenceRefusal for a value that is not base64. @spec EN 319 132-1 5.4, 5.5.1 */
export function carriedValues(properties: readonly XmlElement[]): CarriedValues {
  const elements = properties
    .filter(({ localName }) => holders.has(localName))
    .flatMap((one) => [...elementsWithin(one)]);
  const named = (localName: string) =>
    elements.filter((one) => one.localName === localName && isXades(one) && isDer(one)).map(bytesOf);
  return {
    certificates: named('EncapsulatedX509Certificate'),
    crls: named('EncapsulatedCRLValue'),
    ocsps: named('EncapsulatedOCSPValue'),
  };
}

function isXades({ namespace }: XmlElement): boolean {
  return namespace === xadesNamespace || namespace === xades141Namespace;
}

/** Base64 of DER unless another encoding is named. */
function isDer(element: XmlElement): boolean {
  const encoding = element.attributes.get('Encoding');
  return encoding === undefined || /#DER$|#BER$/.test(encoding);
}
