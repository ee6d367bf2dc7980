import { createTestAuthority } from '../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../src/certificate/index.ts';
import { parseSignedData } from '../src/cms/parse-signed-data.ts';
import { nodeCrypto } from '../src/crypto/node-crypto.ts';
import { parseValidationPolicy } from '../src/crypto-policy/index.ts';
import { childrenOf, type DerValue, readDer } from '../src/der/reader.ts';
import { SignatureError } from '../src/errors.ts';
import { buildOcspRequest, parseCrl, parseOcspResponse } from '../src/revocation/index.ts';
import { parseTimestampToken } from '../src/timestamp/timestamp-token.ts';
import { parseTrustedList, parseTrustStore } from '../src/trust/index.ts';

/** A reader that must either return or throw `SignatureError`, whatever the bytes, in time linear in their number. */
export interface FuzzTarget {
  readonly name: string;
  readonly read: (bytes: Uint8Array) => unknown;
  /** Good inputs to start from. */
  readonly seeds: () => readonly Uint8Array[];
}

const at = Date.parse('2026-05-29T08:00:00Z');
const ca = createTestAuthority({ at });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (value: string) => new TextEncoder().encode(value);

/** Every parser of the package; a long run takes them from here. */
export const fuzzTargets: readonly FuzzTarget[] = [
  { name: 'der', read: (bytes) => walk(readDer(bytes)), seeds: () => [ca.root.certificate] },
  { name: 'certificate', read: parseCertificate, seeds: () => [ca.root.certificate, ca.issue().certificate] },
  { name: 'crl', read: parseCrl, seeds: revokedLists },
  { name: 'ocsp-response', read: parseOcspResponse, seeds: ocspAnswers },
  { name: 'signed-data', read: parseSignedData, seeds: () => [ca.timestamp(bytesOf('học bạ'))] },
  { name: 'timestamp-token', read: parseTimestampToken, seeds: () => [ca.timestamp(bytesOf('học bạ'))] },
  { name: 'trust-store', read: (bytes) => parseTrustStore(text(bytes)), seeds: () => [bytesOf(trustStore())] },
  { name: 'trusted-list', read: parseTrustedList, seeds: () => [bytesOf(trustedList)] },
  {
    name: 'validation-policy',
    read: (bytes) => parseValidationPolicy(text(bytes)),
    seeds: () => [bytesOf('{"name":"x","keys":[{"family":"rsa","minimumBits":2048}],"requiredLevel":"B-T"}')],
  },
];

/** Undefined when the reader behaved; otherwise what it threw. */
export function misbehaviour(target: FuzzTarget, bytes: Uint8Array): unknown {
  try {
    target.read(bytes);
    return undefined;
  } catch (error) {
    return error instanceof SignatureError ? undefined : error;
  }
}

function walk(value: DerValue): void {
  if ((value.tag & 0x20) !== 0) for (const child of childrenOf(value, value.tag)) walk(child);
}

function revokedLists(): readonly Uint8Array[] {
  const own = createTestAuthority({ at });
  own.revoke(own.issue().certificate, at, 'keyCompromise');
  return own.crls();
}

function ocspAnswers(): readonly Uint8Array[] {
  const certificate = parseCertificate(ca.issue().certificate);
  const issuer = parseCertificate(ca.authority.certificate);
  return [ca.ocsp(buildOcspRequest({ certificate, issuer, crypto: nodeCrypto }))];
}

function trustStore(): string {
  const certificates = [Buffer.from(ca.root.certificate).toString('base64')];
  const history = [{ status: 'granted', from: '2020-01-01' }];
  const service = { name: 'x', provider: 'y', kind: 'ca', domain: 'public', certificates, history };
  return JSON.stringify({ name: 'x', services: [service] });
}

const trustedList = `<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#"><SchemeInformation>
<TSLVersionIdentifier>5</TSLVersionIdentifier><ListIssueDateTime>2026-05-01T00:00:00Z</ListIssueDateTime>
</SchemeInformation><TrustServiceProviderList><TrustServiceProvider><TSPServices><TSPService><ServiceInformation>
<ServiceStatus>http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted</ServiceStatus>
<StatusStartingTime>2026-05-01T00:00:00Z</StatusStartingTime></ServiceInformation></TSPService></TSPServices>
</TrustServiceProvider></TrustServiceProviderList></TrustServiceStatusList>`;
