import { SignatureError } from '../errors.ts';
import { childElements, hasName, parseXml, wholeText, type XmlElement } from '../xml/index.ts';
import { readPointers } from './read-pointers.ts';
import { readTrustedService } from './read-trusted-service.ts';
import type { TrustService } from './trust-store.ts';
import type { TrustedList } from './trusted-list.ts';
import { child, childText, timeOf, trustedListNamespace } from './trusted-list-elements.ts';

const versions = [5, 6];

/**
 * Reads a trusted list, its signature not checked; bounds are those of foreign XML. Throws `trusted-list-malformed`, or
 * the code of `parseXml`. @spec TS 119 612 V2.4.1
 */
export function parseTrustedList(file: Uint8Array): TrustedList {
  const { root } = parseXml(file, { foreign: true });
  if (!hasName(root, trustedListNamespace, 'TrustServiceStatusList')) throw refused('no TrustServiceStatusList');
  const scheme = child(root, 'SchemeInformation');
  if (scheme === undefined) throw refused('no SchemeInformation');
  const version = Number(childText(scheme, 'TSLVersionIdentifier'));
  if (!versions.includes(version)) throw refused(`version ${version}`);
  const territory = childText(scheme, 'SchemeTerritory') ?? '';
  const next = child(scheme, 'NextUpdate');
  const nextUpdate = next && childText(next, 'dateTime');
  const omitted: string[] = [];
  const services = servicesOf(root, territory, omitted);
  const pointers = readPointers(scheme, omitted);
  return {
    ...{ version, territory, pointers, omitted },
    sequenceNumber: Number(childText(scheme, 'TSLSequenceNumber')),
    operator: firstName(child(scheme, 'SchemeOperatorName')),
    issuedAt: timeOf(childText(scheme, 'ListIssueDateTime')),
    ...(nextUpdate !== undefined && { nextUpdate: timeOf(nextUpdate) }),
    store: { name: `trusted list ${territory}`, services },
  };
}

function servicesOf(root: XmlElement, domain: string, omitted: string[]): readonly TrustService[] {
  const providers = child(root, 'TrustServiceProviderList');
  if (providers === undefined) return [];
  return childElements(providers).flatMap((provider) => {
    const information = child(provider, 'TSPInformation');
    const name = firstName(information && child(information, 'TSPName'));
    const services = child(provider, 'TSPServices');
    return (services === undefined ? [] : childElements(services)).map((service) =>
      readTrustedService(service, { domain, provider: name, omitted }),
    );
  });
}

/** The first of the names in several languages. */
function firstName(names: XmlElement | undefined): string {
  const [first] = names === undefined ? [] : childElements(names);
  return (first && wholeText(first)?.trim()) ?? '';
}

function refused(detail: string): SignatureError {
  return new SignatureError('trusted-list-malformed', detail);
}
