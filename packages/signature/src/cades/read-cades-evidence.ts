import { attributeOid, parseSignedData, type SignedData, type SignerInfo } from '../cms/index.ts';
import type { CryptoPort } from '../crypto/index.ts';
import { signedClaims } from '../pades/evidence/cms-attributes.ts';
import { type CmsEvidence, cmsEvidence } from '../pades/evidence/cms-evidence.ts';
import { timestampsOf } from '../pades/evidence/timestamp-evidence.ts';
import type { SignatureEvidence, TimestampEvidence } from '../validation/signature-evidence.ts';

export interface CadesEvidenceInput {
  readonly crypto: CryptoPort;
  /** The data signed, where it is not inside. */
  readonly detached?: Uint8Array;
  /** DER; certificates the caller holds, for signatures that carry none. Knowledge, not trust. */
  readonly certificates?: readonly Uint8Array[];
}

/** One file's signatures that stand alone or hold their content, one for each signer. Throws `cms-malformed`. @spec EN 319 122-1 */
export async function readCadesEvidence(
  der: Uint8Array,
  input: CadesEvidenceInput,
): Promise<readonly SignatureEvidence[]> {
  const signedData = parseSignedData(der);
  const evidence: SignatureEvidence[] = [];
  for (const [i, signer] of signedData.signers.entries()) {
    evidence.push(await signerEvidence(signedData, { signer, id: `signer-${i + 1}` }, input));
  }
  return evidence;
}

async function signerEvidence(
  { content, ...outer }: SignedData,
  { signer, id }: { signer: SignerInfo; id: string },
  { crypto, detached, certificates = [] }: CadesEvidenceInput,
): Promise<SignatureEvidence> {
  const data = content ?? detached;
  const where = `SignerInfo ${id}`;
  const bytes = data ?? new Uint8Array();
  const one = { ...outer, signers: [signer] };
  const cms = await cmsEvidence({ signedData: one, data: bytes, subFilter: undefined, certificates, crypto, where });
  const claims = signedClaims(signer.signedAttributes);
  const { crls, ocsps } = claims.revocation;
  const carried = [...outer.certificates, ...outer.crls, ...crls, ...ocsps];
  const timestamps = timestampsOf({
    ...{ id, signer, contentTimestamps: claims.contentTimestamps, data: bytes, crypto, carried },
    ...{ signingCertificate: cms.certificate?.der, documentTimestamps: [] },
  });
  const what = content === undefined ? 'tệp kèm theo (--detached)' : 'nội dung trong tệp chữ ký';
  return {
    ...{ id, where, format: 'CAdES', level: levelOf(cms, signer, timestamps), problems: cms.problems },
    covered: [{ uri: 'eContent', what, intact: data !== undefined && cms.dataIntact, found: data !== undefined }],
    ...{ signingCertificateBound: cms.bound, algorithmsUsed: cms.algorithmsUsed },
    ...(cms.signatureIntact !== undefined && { signatureIntact: cms.signatureIntact }),
    ...(cms.certificate && { signingCertificate: cms.certificate }),
    ...(signer.signatureAlgorithm && { algorithm: signer.signatureAlgorithm }),
    ...(claims.signingTime !== undefined && { claimedSigningTime: claims.signingTime }),
    ...(claims.commitment && { commitment: claims.commitment }),
    ...{ certificates: outer.certificates, crls: [...outer.crls, ...crls], ocsps, timestamps },
    ...{ changesAfter: [], coversWholeFile: data !== undefined },
  };
}

/** What the archive of CAdES adds is not read: such a signature stands at the level below. @spec EN 319 122-1 6.3 */
function levelOf(
  { bound }: CmsEvidence,
  { signedAttributes }: SignerInfo,
  timestamps: readonly TimestampEvidence[],
): SignatureEvidence['level'] {
  const oids = signedAttributes.map(({ oid }) => oid);
  if (!bound || !oids.includes(attributeOid.contentType) || !oids.includes(attributeOid.messageDigest)) {
    return 'below-baseline';
  }
  return timestamps.some(({ kind }) => kind === 'signature') ? 'B-T' : 'B-B';
}
