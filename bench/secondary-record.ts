import {
  assembleRecordXml,
  contentParts,
  hocbaNamespace,
  profileOf,
  required,
  roleCode,
  type SignatorySlot,
  signatureId,
  signaturePolicyOf,
  signatureValueId,
  signedPropertiesId,
  writeYearSheet,
} from '@hocba/record';
import {
  completeXades,
  type DocumentLayout,
  parseCertificate,
  prepareXades,
  referenceType,
  type SignatureAlgorithm,
  signatureValueElement,
  writeDer,
} from '@hocba/signature';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '@hocba/signature/node';
import { upperSecondarySheet as sheet } from '../packages/record/testing/secondary-samples.ts';
import { createTestAuthority } from '../simulators/certificate-authority/test-authority.ts';

/** A year sheet of upper secondary school with every signature it needs: subject teachers, homeroom, principal, seal. */
export interface SecondaryRecord {
  readonly signatures: number;
  readonly layout: DocumentLayout;
  /** With timestamps, as it is issued. */
  readonly file: Uint8Array;
  /** All signatures, made anew, without the timestamps that another process makes. */
  readonly sign: () => readonly string[];
  /** The bare key operations over the same bytes. */
  readonly bareSign: () => void;
  readonly bareVerify: () => void;
}

const encoder = new TextEncoder();
const slots = required(profileOf(sheet), sheet);
const sheetXml = writeYearSheet(sheet);
const policyFacts = signaturePolicyOf(sheet);
const policy = { ...policyFacts, digest: writeDer.fromHex(policyFacts.sha256) };

export function secondaryRecord(keyKind: 'rsa-2048' | 'p-256'): SecondaryRecord {
  const algorithm: SignatureAlgorithm = keyKind === 'p-256' ? 'ecdsa-sha256' : 'rsa-sha256';
  const authority = createTestAuthority({ at: Date.now() });
  const signatory = authority.issue({ commonName: 'Người ký đo tốc độ', keyKind });
  const key = privateKeyFromPkcs8(signatory.privateKeyPkcs8);
  const sign = (data: Uint8Array) => signData(key, algorithm, data);
  const publicKey = parseCertificate(signatory.certificate).spki;
  const made: { readonly data: Uint8Array; readonly signature: Uint8Array }[] = [];
  const order = { signatory, algorithm, sign };
  signAll({
    ...order,
    sign: (text) => {
      const [data, signature] = [text.slice(), sign(text)];
      made.push({ data, signature });
      return signature;
    },
  });
  const stamped = signAll(order, (element) => authority.timestamp(element));
  return {
    signatures: slots.length,
    layout: recordLayout,
    file: encoder.encode(assembleRecordXml(sheetXml, stamped)),
    sign: () => signAll(order),
    bareSign: () => {
      for (const { data } of made) sign(data);
    },
    bareVerify: () => {
      for (const each of made) void nodeCrypto.verify({ algorithm, publicKey, ...each });
    },
  };
}

interface Order {
  readonly signatory: { readonly certificate: Uint8Array; readonly chain: readonly Uint8Array[] };
  readonly algorithm: SignatureAlgorithm;
  readonly sign: (data: Uint8Array) => Uint8Array;
}

const room = new Uint8Array(96 << 10);

/** Read by the signing key at once, and so written over by the next. */
function utf8(text: string): Uint8Array {
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

/** Parts that several sign are digested once, as the server does. */
function signAll(order: Order, timestamp?: (element: Uint8Array) => Uint8Array): readonly string[] {
  const digests = new Map<string, Uint8Array>();
  for (const [id, part] of sheetXml.parts) digests.set(id, nodeCrypto.digest('sha-256', encoder.encode(part)));
  return slots.map((slot) => {
    const prepared = prepareXades(inputOf(slot, order, digests), nodeCrypto);
    const value = order.sign(utf8(prepared.signedInfo));
    const element = encoder.encode(signatureValueElement(prepared, value));
    digests.set(signatureValueId(slot), nodeCrypto.digest('sha-256', element));
    return completeXades(prepared, value, timestamp?.(element));
  });
}

function inputOf(
  slot: SignatorySlot,
  { signatory, algorithm }: Order,
  digests: ReadonlyMap<string, Uint8Array>,
): Parameters<typeof prepareXades>[0] {
  const { certificate, chain } = signatory;
  const references = contentParts(slot, sheet).map((id) => ({
    ...{ uri: `#${id}`, digest: digests.get(id) ?? new Uint8Array(), mimeType: 'application/xml' },
    ...(id.startsWith('sv-') ? { type: referenceType.countersignedSignature } : {}),
  }));
  const ids = {
    signature: signatureId(slot),
    signatureValue: signatureValueId(slot),
    signedProperties: signedPropertiesId(slot),
  };
  return {
    ...{ ids, references, certificate, chain, algorithm, policy },
    ...{ signingTime: '2027-05-31T08:00:00Z', role: roleCode(slot, sheet), commitment: 'ProofOfApproval' },
  };
}

const rootName = /<([^\s>]+)/.exec(assembleRecordXml(sheetXml, []).replace(/^<\?[^>]*>\s*/, ''))?.[1] ?? '';
const path = (...names: string[]) => [rootName, ...names].map((name) => `{${hocbaNamespace}}${name}`);
const wholes: Readonly<Record<string, readonly string[]>> = {
  tt: path('ThongTin'),
  kq: path('KetQua'),
  nx: path('NhanXet'),
};
const recordLayout: DocumentLayout = {
  signaturesIn: path('ChuKy'),
  partAt(id) {
    const whole = wholes[id];
    if (whole !== undefined) return { path: whole };
    return id.startsWith('mh-') ? { path: path('KetQua', 'MonHoc'), repeats: true } : undefined;
  },
};
