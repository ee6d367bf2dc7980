import {
  assembleRecordXml,
  contentParts,
  profileOf,
  required,
  roleCode,
  type SignatorySlot,
  signatureId,
  signaturePolicyOf,
  signatureValueId,
  signedPropertiesId,
  writeYearSheet,
  type YearSheet,
} from '@hocba/record';
import {
  type Commitment,
  completeXades,
  prepareXades,
  referenceType,
  type SignaturePolicy,
  signatureValueElement,
  writeDer,
} from '@hocba/signature';
import { nodeCrypto, signData } from '@hocba/signature/node';
import { type SampleAuthority, type SampleIdentity, sampleTime } from './sample-authority.ts';

const encoder = new TextEncoder();
const minute = 60_000;

/** What one signature does differently from what it should. */
export interface SlotFault {
  readonly identity?: SampleIdentity;
  readonly role?: string;
  readonly commitment?: Commitment;
  readonly policy?: SignaturePolicy;
  /** Ids it is over, instead of those of its place. */
  readonly covers?: readonly string[];
  readonly timestampAt?: number;
  /** `none`: without; `ofAnother`: over other bytes. */
  readonly timestamp?: 'none' | 'ofAnother';
  /** Signed by a key that is not the certificate's. */
  readonly wrongKey?: boolean;
}

export interface RecordOrder {
  readonly sheet: YearSheet;
  readonly authority: SampleAuthority;
  readonly identities: ReadonlyMap<SignatorySlot, SampleIdentity>;
  readonly faults?: { readonly [slot in SignatorySlot]?: SlotFault };
  /** Slots in the order of the file; those required unless said otherwise. */
  readonly slots?: readonly SignatorySlot[];
}

/** One identity for each signatory of the sheet, by name and school. */
export function identitiesFor(sheet: YearSheet, authority: SampleAuthority): Map<SignatorySlot, SampleIdentity> {
  return new Map(
    sheet.signatories.map(({ slot, name }) => {
      const kind = slot === 'organisationSeal' ? 'seal' : 'staff';
      return [slot, authority.issueTo({ commonName: name, organisation: sheet.school.name, kind })];
    }),
  );
}

/** A record signed as the product signs it, but for the faults asked for. */
export function signRecord(order: RecordOrder): Uint8Array {
  const { sheet } = order;
  const sheetXml = writeYearSheet(sheet);
  const content = new Map(sheetXml.parts);
  const slots = order.slots ?? required(profileOf(sheet), sheet);
  const signed = new Map(slots.map((slot) => [slot, '']));
  const signingOrder = required(profileOf(sheet), sheet).filter((slot) => slots.includes(slot));
  for (const [index, slot] of signingOrder.entries()) signed.set(slot, signSlot({ slot, index, content }, order));
  return encoder.encode(assembleRecordXml(sheetXml, [...signed.values()]));
}

interface Signing {
  readonly slot: SignatorySlot;
  readonly index: number;
  /** By Id: the parts, and the signature values made so far. */
  readonly content: Map<string, string>;
}

function signSlot({ slot, index, content }: Signing, { sheet, authority, identities, faults }: RecordOrder): string {
  const fault = faults?.[slot] ?? {};
  const identity = fault.identity ?? identities.get(slot);
  if (!identity) throw new Error(`no identity for ${slot}`);
  const at = sampleTime + index * 10 * minute;
  const prepared = prepareXades(
    {
      ids: {
        signature: signatureId(slot),
        signatureValue: signatureValueId(slot),
        signedProperties: signedPropertiesId(slot),
      },
      references: (fault.covers ?? contentParts(slot, sheet)).map((id) => reference(id, content.get(id))),
      certificate: identity.certificate,
      chain: identity.chain,
      signingTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
      role: fault.role ?? roleCode(slot, sheet),
      commitment: fault.commitment ?? commitmentOf(slot),
      policy: fault.policy ?? policyOf(sheet),
      algorithm: identity.key.algorithm,
    },
    nodeCrypto,
  );
  const key = fault.wrongKey ? authority.tsa.key : identity.key;
  const value = signData(key.privateKey, key.algorithm, encoder.encode(prepared.signedInfo));
  const element = signatureValueElement(prepared, value);
  content.set(signatureValueId(slot), element);
  if (fault.timestamp === 'none') return completeXades(prepared, value);
  const stamped = encoder.encode(fault.timestamp === 'ofAnother' ? 'another' : element);
  return completeXades(prepared, value, authority.timestamp(stamped, fault.timestampAt ?? at + 5_000));
}

function reference(id: string, element: string | undefined) {
  if (element === undefined) throw new Error(`nothing to sign at #${id}`);
  const digest = nodeCrypto.digest('sha-256', encoder.encode(element));
  const type = id.startsWith('sv-') ? { type: referenceType.countersignedSignature } : {};
  return { uri: `#${id}`, digest, mimeType: 'text/xml', ...type };
}

function commitmentOf(slot: SignatorySlot): Commitment {
  if (slot === 'organisationSeal') return 'ProofOfOrigin';
  return slot.startsWith('subjectTeacher-') ? 'ProofOfCreation' : 'ProofOfApproval';
}

function policyOf(sheet: YearSheet) {
  const policy = signaturePolicyOf(sheet);
  return { ...policy, digest: writeDer.fromHex(policy.sha256) };
}
