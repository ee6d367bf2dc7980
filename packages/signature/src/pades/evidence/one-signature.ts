import type { CryptoPort } from '../../crypto/index.ts';
import type { PdfFile } from '../../pdf/index.ts';
import type { EvidenceProblem, SignatureEvidence } from '../../validation/signature-evidence.ts';
import { readCms } from '../check-cms.ts';
import { readCoverage, type SignatureCoverage } from '../coverage.ts';
import { type PadesFinding, padesFinding } from '../pades-finding.ts';
import type { RevisionHistory } from '../revision-history.ts';
import type { SignatureClaims, SignedField } from '../signature-value.ts';
import { isPermittedBy } from './change-permission.ts';
import { type SignedClaims, signedClaims } from './cms-attributes.ts';
import { type CmsEvidence, cmsEvidence } from './cms-evidence.ts';
import { cmsInHole } from './cms-in-hole.ts';
import { type DocumentTimestamp, signedBytes } from './document-timestamps.ts';
import { changeRules } from './field-locks.ts';
import { levelOf } from './level.ts';
import { pdfDate } from './pdf-date.ts';
import type { SecurityStore } from './security-store.ts';
import { timestampsOf } from './timestamp-evidence.ts';

/** What all signatures of one file share. */
export interface WholeFile {
  readonly file: PdfFile;
  readonly signed: readonly SignedField[];
  readonly crypto: CryptoPort;
  readonly history: RevisionHistory;
  readonly store: SecurityStore;
  readonly timestamps: readonly DocumentTimestamp[];
  /** Certificates from elsewhere, among which a signatory's may be, DER. */
  readonly certificates: readonly Uint8Array[];
}

export interface PlacedEvidence {
  /** Where the bytes it covers end; 0 when nobody knows. */
  readonly end: number;
  readonly of: SignatureEvidence;
}

/** One signature, as far as it can be read. */
export async function evidenceOf(whole: WholeFile, one: SignedField, claims: SignatureClaims): Promise<PlacedEvidence> {
  const { file } = whole;
  const where = `trường chữ ký ${one.field.name}`;
  const problems = fieldProblems(whole, one, claims).map((finding) => problemOf(finding, where));
  const coverage = readCoverage(file, one);
  const cms =
    'code' in coverage ? coverage : cmsInHole(file.bytes, coverage, claims.subFilter === 'ETSI.CAdES.detached');
  if ('code' in coverage || 'code' in cms) {
    const [finding] = [coverage, cms].filter((found) => 'code' in found);
    const unread = [...problems, ...(finding === undefined ? [] : [problemOf(finding as PadesFinding, where)])];
    return { end: 0, of: { ...nothingRead(one, claims, where), problems: unread } };
  }
  const of = await readEvidence({ ...whole, one, claims, coverage, cms, where });
  return { end: coverage.end, of: { ...of, problems: [...problems, ...of.problems] } };
}

function fieldProblems({ signed }: WholeFile, one: SignedField, claims: SignatureClaims): readonly PadesFinding[] {
  const findings: PadesFinding[] = [];
  if (signed.filter(({ objectNumber }) => objectNumber === one.objectNumber).length > 1) {
    findings.push(padesFinding('signature-in-several-fields', 'one signature dictionary in several fields'));
  }
  // A bare RSA signature over SHA-1, given up with PDF 2.0: recognised, not judged. ISO 32000-1 12.8.3.2
  if (claims.subFilter === 'adbe.x509.rsa_sha1') {
    findings.push(padesFinding('sub-filter-unsupported', `/SubFilter ${claims.subFilter}`));
  }
  return findings;
}

function problemOf({ code, subIndication }: PadesFinding, where: string): EvidenceProblem {
  return { code, subIndication: subIndication as EvidenceProblem['subIndication'], where };
}

function nothingRead({ field }: SignedField, claims: SignatureClaims, where: string): SignatureEvidence {
  return {
    ...{ id: field.name, where, format: formatOf(claims), level: 'below-baseline', problems: [], covered: [] },
    ...{ signingCertificateBound: false, algorithmsUsed: [], certificates: [], crls: [], ocsps: [], timestamps: [] },
    ...{ changesAfter: [], coversWholeFile: false },
  };
}

function formatOf({ subFilter }: SignatureClaims): 'PAdES' | 'PKCS7-PDF' {
  return subFilter === 'ETSI.CAdES.detached' ? 'PAdES' : 'PKCS7-PDF';
}

interface ReadInput extends WholeFile {
  readonly one: SignedField;
  readonly claims: SignatureClaims;
  readonly coverage: SignatureCoverage;
  readonly cms: Uint8Array;
  readonly where: string;
}

async function readEvidence(input: ReadInput): Promise<SignatureEvidence> {
  const { file, one, claims, coverage, crypto, store, where } = input;
  const plain = nothingRead(one, claims, where);
  const signedData = readCms(input.cms);
  if (signedData === undefined) {
    const problem = padesFinding('cms-malformed', '/Contents is no CMS signature in DER');
    return { ...plain, problems: [problemOf(problem, where)], changesAfter: changesAfter(input) };
  }
  const data = signedBytes(file.bytes, coverage);
  const { subFilter } = claims;
  const cms = await cmsEvidence({
    signedData,
    data,
    subFilter,
    certificates: [...store.certificates, ...input.certificates],
    crypto,
    where,
  });
  const signed = signedClaims(cms.signer?.signedAttributes ?? []);
  const later = input.timestamps.filter(({ revision }) => revision.index >= coverage.revision.index);
  const { crls, ocsps } = signed.revocation;
  const carried = [...signedData.certificates, ...signedData.crls, ...crls, ...ocsps];
  const timestamps = timestampsOf({
    ...{ id: one.field.name, signer: cms.signer, contentTimestamps: signed.contentTimestamps, data, crypto },
    ...{ signingCertificate: cms.certificate?.der, carried, documentTimestamps: later },
  });
  const tokens = timestamps.map(({ token }) => readCms(token));
  return {
    ...plain,
    level: levelOf({ claims, cms, timestamps, later, store }),
    problems: cms.problems,
    covered: [
      {
        ...{ uri: 'ByteRange', what: whatIsCovered(file, coverage), intact: cms.dataIntact, found: true },
        ...(cms.signer !== undefined && cms.signer.digestAlgorithm === undefined && { untried: true }),
      },
    ],
    ...judged(cms, claims, signed),
    certificates: distinct([
      ...signedData.certificates,
      ...store.certificates,
      ...tokens.flatMap((token) => token?.certificates ?? []),
    ]),
    crls: distinct([...signedData.crls, ...crls, ...store.crls, ...tokens.flatMap((token) => token?.crls ?? [])]),
    ocsps: distinct([...ocsps, ...store.ocsps]),
    timestamps,
    changesAfter: changesAfter(input),
    coversWholeFile: coverage.revision === file.lastRevision,
  };
}

function judged(
  { signatureIntact, certificate, bound, signer, algorithmsUsed }: CmsEvidence,
  { claimedTime, subFilter }: SignatureClaims,
  signed: SignedClaims,
): Partial<SignatureEvidence> {
  const written = pdfDate(claimedTime);
  const time = subFilter === 'ETSI.CAdES.detached' ? (written ?? signed.signingTime) : (signed.signingTime ?? written);
  const algorithm = signer?.signatureAlgorithm;
  return {
    signingCertificateBound: bound,
    algorithmsUsed,
    ...(signatureIntact !== undefined && { signatureIntact }),
    ...(certificate && { signingCertificate: certificate }),
    ...(algorithm && { algorithm }),
    ...(time !== undefined && { claimedSigningTime: time }),
    ...(signed.commitment && { commitment: signed.commitment }),
    ...(signed.signaturePolicy && { signaturePolicy: { id: signed.signaturePolicy } }),
  };
}

function whatIsCovered(file: PdfFile, { revision }: SignatureCoverage): string {
  if (revision === file.lastRevision) return 'toàn bộ tài liệu';
  return `bản lưu ${revision.index + 1} trên ${file.revisions.length}`;
}

/** Judged by what this signature and those before it allow. */
function changesAfter({ file, history, signed, coverage, one }: ReadInput): SignatureEvidence['changesAfter'] {
  const earlier = signed.filter((other) => {
    const place = file.place(other.objectNumber);
    return other === one || (place !== undefined && place.start < coverage.end);
  });
  const rules = changeRules(file, earlier);
  return history.changesAfter(coverage.revision).map((change) => ({
    kind: change.kind,
    permitted: isPermittedBy(rules, change),
    ...(change.detail !== undefined && { detail: change.detail }),
  }));
}

// One byte, one character: a key that says exactly the bytes. Answers of one responder differ only in the middle.
const bytesAsText = new TextDecoder('windows-1252');

function distinct(values: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(values.map((value) => [bytesAsText.decode(value), value])).values()];
}
