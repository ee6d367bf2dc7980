import type { Certificate } from '../certificate/certificate.ts';
import { SignatureError } from '../errors.ts';
import { childElements, wholeText, type XmlElement } from '../xml/index.ts';
import { certificatesOf } from './read-identity.ts';
import { periodsOf, type TrustService, type TrustServiceKind, type TrustStatus } from './trust-store.ts';
import { child, childText, timeOf } from './trusted-list-elements.ts';

/** Every status under which the supervisor stood behind the service, of this edition and those before. */
const grantedStatuses: ReadonlySet<string> = new Set([
  'granted',
  'recognisedatnationallevel',
  'setbynationallaw',
  'undersupervision',
  'supervisionincessation',
  'accredited',
]);

export interface ServiceSurroundings {
  readonly domain: string;
  readonly provider: string;
  /** Told here what was passed over. */
  readonly omitted: string[];
}

/** One TSPService with its history. Throws `trusted-list-malformed`. @spec TS 119 612 5.5, 5.6 */
export function readTrustedService(service: XmlElement, around: ServiceSurroundings): TrustService {
  const information = child(service, 'ServiceInformation');
  if (information === undefined) throw new SignatureError('trusted-list-malformed', 'service without information');
  const history = child(service, 'ServiceHistory');
  const instances = [information, ...(history === undefined ? [] : childElements(history))];
  const [named] = childElements(child(information, 'ServiceName') ?? information);
  return {
    name: (named && wholeText(named)?.trim()) ?? '',
    provider: around.provider,
    domain: around.domain,
    kind: kindOf(childText(information, 'ServiceTypeIdentifier') ?? ''),
    // Earlier identities belong to earlier keys: listed, they would be trusted for the times of the later one.
    certificates: identitiesOf(information, around.omitted),
    history: periodsOf(instances.map(statusOf)),
  };
}

function statusOf(instance: XmlElement): { status: TrustStatus; from: number } {
  const uri = childText(instance, 'ServiceStatus') ?? '';
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  const from = timeOf(childText(instance, 'StatusStartingTime'));
  return { status: grantedStatuses.has(name) ? 'granted' : 'withdrawn', from };
}

function kindOf(uri: string): TrustServiceKind {
  if (/\/Svctype\/(CA\/(QC|PKC)|NationalRootCA-QC)$/.test(uri)) return 'ca';
  if (/\/Svctype\/TSA(\/|$)/.test(uri)) return 'timestamping';
  return /\/Svctype\/Certstatus\/OCSP/.test(uri) ? 'ocsp' : 'other';
}

function identitiesOf(information: XmlElement, omitted: string[]): readonly Certificate[] {
  const found = certificatesOf(child(information, 'ServiceDigitalIdentity'), omitted);
  if (found.length === 0) omitted.push('service without a certificate that can be read');
  return found;
}
