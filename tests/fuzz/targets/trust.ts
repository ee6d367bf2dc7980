import { parseTrustedList, parseTrustStore, parseValidationPolicy, SignatureError } from '@hocba/signature';
import { signTrustedList, testTrustedList } from '../../../packages/signature/src/trust/test-trusted-list.ts';
import { createTestAuthority } from '../../../simulators/certificate-authority/authority.ts';
import { alteredJson } from '../alter/json.ts';
import { alteredXml } from '../alter/xml.ts';
import { bytesOf, type FuzzTarget, textOf } from '../fuzz-target.ts';

const at = Date.parse('2026-05-29T08:00:00Z');
const ca = createTestAuthority({ at });
const policy = '{"name":"x","keys":[{"family":"rsa","minimumBits":2048}],"requiredLevel":"B-T"}';
const refusal = SignatureError;

/** Who is trusted, and by which rules. */
export const trustTargets: readonly FuzzTarget[] = [
  {
    ...{ name: 'trust-store', refusal, alter: alteredJson },
    read: (bytes) => parseTrustStore(textOf(bytes)),
    seeds: () => [bytesOf(trustStore())],
  },
  { name: 'trusted-list', refusal, alter: alteredXml, read: parseTrustedList, seeds: trustedLists },
  {
    ...{ name: 'validation-policy', refusal, alter: alteredJson },
    read: (bytes) => parseValidationPolicy(textOf(bytes)),
    seeds: () => [bytesOf(policy)],
  },
];

function trustStore(): string {
  const certificates = [Buffer.from(ca.root.certificate).toString('base64')];
  const history = [{ status: 'granted', from: '2020-01-01' }];
  const service = { name: 'x', provider: 'y', kind: 'ca', domain: 'public', certificates, history };
  return JSON.stringify({ name: 'x', services: [service] });
}

function trustedLists(): readonly Uint8Array[] {
  const statuses = [
    { status: 'withdrawn', from: at },
    { status: 'granted', from: at - 1000 },
  ];
  const identity = Buffer.from(ca.root.certificate).toString('base64');
  const list = testTrustedList({ statuses, identity, pointsTo: ca.root.certificate });
  return [bytesOf(list), signTrustedList(list, ca.issue())];
}
