import type { TestIdentity } from '../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { signData } from '../crypto/node-signing.ts';
import { completeXades, prepareXades } from '../xades/index.ts';
import { canonicalBytes, parseXml } from '../xml/index.ts';

const encoder = new TextEncoder();
const serviceType = 'http://uri.etsi.org/TrstSvc/Svctype/CA/QC';

export interface TestListOrder {
  readonly version?: string;
  readonly territory?: string;
  /** Of the service, newest first: what its status is, and before that was. */
  readonly statuses?: readonly { readonly status: string; readonly from: number }[];
  /** Base64 DER. */
  readonly identity?: string;
  /** DER; who signs the list of `VN`, when this is a list of lists. */
  readonly pointsTo?: Uint8Array;
  readonly nextUpdate?: string;
}

/** For tests: a trusted list of one service, not signed. */
export function testTrustedList(order: TestListOrder): string {
  const { version = '5', territory = 'VN', statuses = [], identity = '', pointsTo, nextUpdate } = order;
  const [now, ...before] = statuses.map(({ status, from }) => statusXml(status, from));
  return `<?xml version="1.0" encoding="UTF-8"?>
<tsl:TrustServiceStatusList xmlns:tsl="http://uri.etsi.org/02231/v2#" Id="list">
 <!-- THỬ NGHIỆM -->
 <tsl:SchemeInformation>
  <tsl:TSLVersionIdentifier>${version}</tsl:TSLVersionIdentifier>
  <tsl:TSLSequenceNumber>7</tsl:TSLSequenceNumber>
  <tsl:SchemeOperatorName><tsl:Name xml:lang="vi">Cơ quan THỬ NGHIỆM</tsl:Name></tsl:SchemeOperatorName>
  <tsl:SchemeTerritory>${territory}</tsl:SchemeTerritory>${pointsTo === undefined ? '' : pointerXml(pointsTo)}
  <tsl:ListIssueDateTime>2026-05-01T00:00:00Z</tsl:ListIssueDateTime>
  <tsl:NextUpdate><tsl:dateTime>${nextUpdate ?? '2026-11-01T00:00:00Z'}</tsl:dateTime></tsl:NextUpdate>
 </tsl:SchemeInformation>
 <tsl:TrustServiceProviderList><tsl:TrustServiceProvider>
  <tsl:TSPInformation><tsl:TSPName><tsl:Name xml:lang="vi">CA THỬ NGHIỆM</tsl:Name></tsl:TSPName></tsl:TSPInformation>
  <tsl:TSPServices><tsl:TSPService>
   <tsl:ServiceInformation>
    <tsl:ServiceTypeIdentifier>${serviceType}</tsl:ServiceTypeIdentifier>
    <tsl:ServiceName><tsl:Name xml:lang="vi">Cấp chứng thư THỬ NGHIỆM</tsl:Name></tsl:ServiceName>
    <tsl:ServiceDigitalIdentity>
     <tsl:DigitalId><tsl:X509Certificate>${identity}</tsl:X509Certificate></tsl:DigitalId>
     <tsl:DigitalId><tsl:X509SubjectName>CN=THỬ NGHIỆM</tsl:X509SubjectName></tsl:DigitalId>
    </tsl:ServiceDigitalIdentity>
    ${now}
   </tsl:ServiceInformation>
   <tsl:ServiceHistory>${before
     .map((status) => `<tsl:ServiceHistoryInstance>${status}</tsl:ServiceHistoryInstance>`)
     .join('')}</tsl:ServiceHistory>
  </tsl:TSPService></tsl:TSPServices>
 </tsl:TrustServiceProvider></tsl:TrustServiceProviderList>
</tsl:TrustServiceStatusList>`;
}

/** The same with the operator’s enveloped signature over all of it. @spec TS 119 612 B.6 */
export function signTrustedList(xml: string, operator: TestIdentity): Uint8Array {
  const document = parseXml(encoder.encode(xml), { foreign: true });
  const content = canonicalBytes(document, document.root, { form: 'exclusive' });
  const { algorithm, privateKey } = operator.key;
  const plain = prepareXades(
    {
      ids: { signature: 'sig', signatureValue: 'sv', signedProperties: 'sp' },
      references: [{ uri: '#list', digest: nodeCrypto.digest('sha-256', content), mimeType: 'text/xml' }],
      ...{ certificate: operator.certificate, signingTime: '2026-05-01T00:00:00Z', algorithm },
      ...{ role: 'THỬ NGHIỆM', commitment: 'ProofOfOrigin' },
    },
    nodeCrypto,
  );
  const enveloped = '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>';
  const signedInfo = plain.signedInfo
    .replace('<ds:Transforms>', `<ds:Transforms>${enveloped}`)
    .replace('URI="#list"', 'URI=""');
  const value = signData(privateKey, algorithm, encoder.encode(signedInfo));
  const signature = completeXades({ ...plain, signedInfo }, value);
  return encoder.encode(xml.replace('</tsl:TrustServiceStatusList>', `${signature}</tsl:TrustServiceStatusList>`));
}

function statusXml(status: string, from: number): string {
  const uri = `http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/${status}`;
  const start = new Date(from).toISOString();
  return `<tsl:ServiceStatus>${uri}</tsl:ServiceStatus><tsl:StatusStartingTime>${start}</tsl:StatusStartingTime>`;
}

function pointerXml(signer: Uint8Array): string {
  const certificate = `<tsl:X509Certificate>${Buffer.from(signer).toString('base64')}</tsl:X509Certificate>`;
  const identity = `<tsl:ServiceDigitalIdentity><tsl:DigitalId>${certificate}</tsl:DigitalId></tsl:ServiceDigitalIdentity>`;
  const territory = '<tsl:SchemeTerritory>VN</tsl:SchemeTerritory>';
  return `<tsl:PointersToOtherTSL><tsl:OtherTSLPointer>
   <tsl:ServiceDigitalIdentities>${identity}</tsl:ServiceDigitalIdentities>
   <tsl:AdditionalInformation><tsl:OtherInformation>${territory}</tsl:OtherInformation></tsl:AdditionalInformation>
  </tsl:OtherTSLPointer></tsl:PointersToOtherTSL>`;
}
