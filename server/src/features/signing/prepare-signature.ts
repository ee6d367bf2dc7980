import {
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
  type PreparedXades,
  prepareXades,
  referenceType,
  type SignatureAlgorithm,
  signatureValueElement,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';

const encoder = new TextEncoder();

/** An earlier signature of the same sheet, as far as later ones cover it. */
export interface EarlierSignature {
  readonly slot: SignatorySlot;
  readonly prepared: PreparedXades;
  readonly value: Uint8Array;
}

export interface SignatureToPrepare {
  readonly sheet: YearSheet;
  readonly slot: SignatorySlot;
  readonly earlier: readonly EarlierSignature[];
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /** ISO 8601 UTC, whole seconds. */
  readonly signingTime: string;
}

/** Places that must be signed before this one and are not yet. */
export function missingBefore(
  sheet: YearSheet,
  slot: SignatorySlot,
  signed: readonly SignatorySlot[],
): SignatorySlot[] {
  const order = required(profileOf(sheet), sheet);
  const before = slot.startsWith('subjectTeacher-') ? [] : order.slice(0, order.indexOf(slot));
  return before.filter((each) => !signed.includes(each));
}

/** Everything of one signature but its value: references exactly what the place must cover. @spec EN 319 132-1 6.3 */
export function prepareSignature(of: SignatureToPrepare): PreparedXades {
  const parts = writeYearSheet(of.sheet).parts;
  const values = new Map(
    of.earlier.map((each) => [signatureValueId(each.slot), signatureValueElement(each.prepared, each.value)]),
  );
  const references = contentParts(of.slot, of.sheet).map((id) => {
    const content = parts.get(id) ?? values.get(id);
    if (content === undefined) throw new Error(`nothing to sign at #${id}`);
    const digest = nodeCrypto.digest('sha-256', encoder.encode(content));
    const type = values.has(id) ? { type: referenceType.countersignedSignature } : {};
    return { uri: `#${id}`, digest, mimeType: 'text/xml', ...type };
  });
  return prepareXades(
    {
      ids: {
        signature: signatureId(of.slot),
        signatureValue: signatureValueId(of.slot),
        signedProperties: signedPropertiesId(of.slot),
      },
      references,
      certificate: of.certificate,
      chain: of.chain,
      signingTime: of.signingTime,
      role: roleCode(of.slot, of.sheet),
      commitment: commitmentOf(of.slot),
      policy: policyOf(of.sheet),
      algorithm: of.algorithm,
    },
    nodeCrypto,
  );
}

function policyOf(sheet: YearSheet) {
  const policy = signaturePolicyOf(sheet);
  return { ...policy, digest: new Uint8Array(Buffer.from(policy.sha256, 'hex')) };
}

function commitmentOf(slot: SignatorySlot): Commitment {
  if (slot === 'organisationSeal') return 'ProofOfOrigin';
  return slot.startsWith('subjectTeacher-') ? 'ProofOfCreation' : 'ProofOfApproval';
}
