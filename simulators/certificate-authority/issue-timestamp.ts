import {
  buildSignedData,
  contentTypeOid,
  contextTag,
  DerMembers,
  type DerValue,
  digestAlgorithms,
  readBoolean,
  readDer,
  readDigestAlgorithm,
  readOctetString,
  readOid,
  tag,
  writeDer,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { Issuer } from './issue-certificate.ts';
import { signWith } from './keys.ts';

const { bitPositions, generalizedTime, integer, integerFromHex, objectIdentifier, sequence, utf8String } = writeDer;

/** Under which the test authority stamps; the arc for examples. */
export const testTimestampPolicy = '2.999.27.3161';

export interface StampOrder {
  /** TimeStampReq, DER. */
  readonly request: Uint8Array;
  /** Epoch milliseconds; the token says whole seconds. */
  readonly at: number;
  /** Hex, never used before. */
  readonly serialNumber: string;
  /** Certificates put in beside the authority's own when the request asks for them. */
  readonly chain: readonly Uint8Array[];
}

/** TimeStampResp: a token, or a refusal that says why. @spec RFC 3161 2.4.2 */
export function answerTimestampRequest(order: StampOrder, tsa: Issuer): Uint8Array {
  const request = readRequest(order.request);
  if (typeof request === 'string') return refusal(request);
  const info = sequence(
    integer(1),
    objectIdentifier(testTimestampPolicy),
    request.imprint.bytes,
    integerFromHex(order.serialNumber),
    generalizedTime(order.at),
    sequence(integer(1)),
    request.nonce?.bytes,
  );
  const prepared = buildSignedData(
    {
      contentType: contentTypeOid.timestampInfo,
      content: { encapsulated: info },
      certificate: tsa.certificate,
      chain: order.chain,
      algorithm: tsa.key.algorithm,
      omitCertificates: !request.wantsCertificates,
    },
    nodeCrypto,
  );
  return sequence(sequence(integer(0)), prepared.finish(signWith(tsa.key, prepared.toBeSigned)));
}

type Refusal = 'badAlg' | 'badRequest' | 'badDataFormat' | 'unacceptedPolicy' | 'unacceptedExtension';

const failureBits: Readonly<Record<Refusal, number>> = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
};

interface StampRequest {
  readonly imprint: DerValue;
  readonly nonce: DerValue | undefined;
  readonly wantsCertificates: boolean;
}

function readRequest(bytes: Uint8Array): StampRequest | Refusal {
  try {
    const members = new DerMembers(readDer(bytes));
    members.take(tag.integer);
    const imprint = members.take(tag.sequence);
    const policy = members.takeIf(tag.oid);
    const nonce = members.takeIf(tag.integer);
    const wantsCertificates = members.takeIf(tag.boolean);
    const extensions = members.takeIf(contextTag(0));
    members.end();
    if (policy !== undefined && readOid(policy) !== testTimestampPolicy) return 'unacceptedPolicy';
    if (extensions !== undefined) return 'unacceptedExtension';
    const problem = imprintProblem(imprint);
    if (problem !== undefined) return problem;
    return { imprint, nonce, wantsCertificates: wantsCertificates !== undefined && readBoolean(wantsCertificates) };
  } catch {
    return 'badDataFormat';
  }
}

function imprintProblem(imprint: DerValue): Refusal | undefined {
  const members = new DerMembers(imprint);
  const algorithm = readDigestAlgorithm(members.take(tag.sequence));
  const digest = readOctetString(members.take(tag.octetString));
  members.end();
  if (algorithm === undefined || algorithm === 'sha-1') return 'badAlg';
  return digest.length === digestAlgorithms[algorithm].length ? undefined : 'badDataFormat';
}

function refusal(reason: Refusal): Uint8Array {
  const text = sequence(utf8String(`THỬ NGHIỆM: ${reason}`));
  const failure = bitPositions([failureBits[reason]]);
  return sequence(sequence(integer(2), text, failure));
}
