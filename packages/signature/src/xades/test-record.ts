import { nodeCrypto } from '../node.ts';
import {
  completeXades,
  type DocumentLayout,
  type PartPlace,
  type PreparedXades,
  prepareXades,
  referenceType,
  signatureValueElement,
} from './index.ts';
import type { TestSignatories, TestSignatory } from './test-signatories.ts';

/** For tests: a file shaped like a record, signed by homeroom teacher, principal and seal. All names are invented. */
export interface TestRecord {
  readonly xml: string;
  readonly signatures: readonly string[];
  readonly prepared: readonly PreparedXades[];
}

const encoder = new TextEncoder();
const ns = 'xmlns="urn:vn:hocba:1.0"';
const subject = (n: number, inside: boolean) =>
  `<MonHoc${inside ? '' : ` ${ns}`} Id="mh-${n}" ma="TV${n}"><Muc>T</Muc><Diem>9</Diem></MonHoc>`;

export const testParts = {
  tt: `<ThongTin ${ns} Id="tt"><HoTen>Nguyễn Thị Thử</HoTen><Lop>4A</Lop></ThongTin>`,
  kq: `<KetQua ${ns} Id="kq">${[1, 2, 3].map((n) => subject(n, true)).join('')}</KetQua>`,
  nx: `<NhanXet ${ns} Id="nx"><GhiChu>Em chăm ngoan &amp; tiến bộ</GhiChu></NhanXet>`,
};
const digested: Readonly<Record<string, string>> = { ...testParts, 'mh-3': subject(3, false) };

export const testPolicy = { id: 'urn:hocba:policy:1', digest: nodeCrypto.digest('sha-256', encoder.encode('policy')) };

interface Slot {
  readonly suffix: string;
  readonly role: string;
  readonly parts: readonly string[];
  readonly earlier: readonly string[];
}

const slots: readonly Slot[] = [
  { suffix: 'cn', role: 'GVCN', parts: ['tt', 'kq', 'nx', 'mh-3'], earlier: [] },
  { suffix: 'ht', role: 'HT', parts: ['tt', 'kq', 'nx'], earlier: ['sv-cn'] },
  { suffix: 'cq', role: 'CONDAU', parts: ['tt', 'kq', 'nx'], earlier: ['sv-cn', 'sv-ht'] },
];

const at = (...names: string[]) => names.map((name) => `{urn:vn:hocba:1.0}${name}`);
const places: Readonly<Record<string, PartPlace>> = {
  tt: { path: at('HocBa', 'ThongTin') },
  kq: { path: at('HocBa', 'KetQua') },
  nx: { path: at('HocBa', 'NhanXet') },
};

export const testLayout: DocumentLayout = {
  signaturesIn: at('HocBa', 'ChuKy'),
  partAt: (id) => (id.startsWith('mh-') ? { path: at('HocBa', 'KetQua', 'MonHoc'), repeats: true } : places[id]),
};

export function assembleTestRecord(signatures: readonly string[], parts = testParts): string {
  const content = `${parts.tt}${parts.kq}${parts.nx}`;
  const root = `<HocBa ${ns} phienBan="1.0">${content}<ChuKy>${signatures.join('')}</ChuKy></HocBa>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/** Signs in order; with an authority, every signature gets its timestamp. */
export function signTestRecord(signatories: readonly TestSignatory[], authority?: TestSignatories): TestRecord {
  const digests = new Map<string, Uint8Array>();
  const digestOf = (id: string, element: string) =>
    digests.set(id, nodeCrypto.digest('sha-256', encoder.encode(element)));
  for (const [id, element] of Object.entries(digested)) digestOf(id, element);
  const signatures: string[] = [];
  const prepared: PreparedXades[] = [];
  for (const [index, slot] of slots.entries()) {
    const signatory = signatories[index];
    if (signatory === undefined) break;
    const ready = prepareSlot(slot, signatory, digests);
    const value = signatory.sign(encoder.encode(ready.signedInfo));
    const valueElement = signatureValueElement(ready, value);
    digestOf(`sv-${slot.suffix}`, valueElement);
    signatures.push(completeXades(ready, value, authority?.timestamp(encoder.encode(valueElement))));
    prepared.push(ready);
  }
  return { xml: assembleTestRecord(signatures), signatures, prepared };
}

function prepareSlot(slot: Slot, signatory: TestSignatory, digests: ReadonlyMap<string, Uint8Array>): PreparedXades {
  const digest = (id: string) => digests.get(id) ?? new Uint8Array(32);
  const parts = slot.parts.map((id) => ({ uri: `#${id}`, digest: digest(id), mimeType: 'application/xml' }));
  const earlier = slot.earlier.map((id) => ({
    uri: `#${id}`,
    digest: digest(id),
    mimeType: 'application/xml',
    type: referenceType.countersignedSignature,
  }));
  const input = {
    ids: {
      signature: `sig-${slot.suffix}`,
      signatureValue: `sv-${slot.suffix}`,
      signedProperties: `sp-${slot.suffix}`,
    },
    references: [...parts, ...earlier],
    certificate: signatory.certificate,
    chain: signatory.chain,
    signingTime: '2027-05-31T08:00:00Z',
    role: slot.role,
    commitment: 'ProofOfApproval' as const,
    policy: testPolicy,
    algorithm: signatory.algorithm,
  };
  return prepareXades(input, nodeCrypto);
}
