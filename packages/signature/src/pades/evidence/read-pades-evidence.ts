import type { CryptoPort } from '../../crypto/index.ts';
import { SignatureError } from '../../errors.ts';
import { type PdfFile, type PdfLimits, type PdfTools, readAnyPdf, readFields } from '../../pdf/index.ts';
import type { EvidenceProblem, SignatureEvidence } from '../../validation/signature-evidence.ts';
import { readCms } from '../check-cms.ts';
import { readCoverage, type SignatureCoverage } from '../coverage.ts';
import { type PadesFinding, padesFinding } from '../pades-finding.ts';
import { RevisionHistory } from '../revision-history.ts';
import { claimsOf, type SignatureClaims, type SignedField, signedFields } from '../signature-value.ts';
import { isPermittedBy } from './change-permission.ts';
import { type SignedClaims, signedClaims } from './cms-attributes.ts';
import { type CmsEvidence, cmsEvidence } from './cms-evidence.ts';
import { cmsInHole } from './cms-in-hole.ts';
import { type DocumentTimestamp, documentTimestamps, signedBytes } from './document-timestamps.ts';
import { changeRules } from './field-locks.ts';
import { levelOf } from './level.ts';
import { pdfDate } from './pdf-date.ts';
import { readSecurityStore, type SecurityStore } from './security-store.ts';
import { timestampsOf } from './timestamp-evidence.ts';

export interface PadesEvidenceInput {
  readonly crypto: CryptoPort;
  readonly tools: PdfTools;
  readonly limits?: PdfLimits;
}

/** Each signature costs a digest of the file up to its revision: all together may cost this many bytes. */
const mostDigestedBytes = 4 * 2 ** 30;

/**
 * What a PDF of any program says of each of its signatures, in the order they were made; document timestamps stand with the
 * signatures they cover. Empty when there is none. Throws SignatureError (`pdf-…`) for a file that cannot be read in one
 * way only, that is encrypted, or that is past the limits.
 * @spec EN 319 142-1, ISO 32000-2 12.8
 */
export async function readPadesEvidence(
  bytes: Uint8Array,
  { crypto, tools, limits }: PadesEvidenceInput,
): Promise<SignatureEvidence[]> {
  const file = readAnyPdf(bytes, tools, limits);
  const signed = signedFields(file, readFields(file));
  if (signed.length * bytes.length > mostDigestedBytes) {
    throw new SignatureError('pdf-too-large', `${signed.length} signatures over ${bytes.length} bytes`);
  }
  const whole: WholeFile = {
    ...{ file, signed, crypto },
    history: new RevisionHistory(file),
    store: readSecurityStore(file),
    timestamps: documentTimestamps(file, signed, crypto),
  };
  const evidence: { readonly end: number; readonly of: SignatureEvidence }[] = [];
  const read = new Set<number>();
  for (const one of signed) {
    if (read.has(one.objectNumber)) continue;
    read.add(one.objectNumber);
    const claims = claimsOf(file, one.dictionary);
    if (claims.kind === 'signature') evidence.push(await evidenceOf(whole, one, claims));
  }
  return evidence.toSorted((a, b) => a.end - b.end).map(({ of }) => of);
}

interface WholeFile {
  readonly file: PdfFile;
  readonly signed: readonly SignedField[];
  readonly crypto: CryptoPort;
  readonly history: RevisionHistory;
  readonly store: SecurityStore;
  readonly timestamps: readonly DocumentTimestamp[];
}

async function evidenceOf(whole: WholeFile, one: SignedField, claims: SignatureClaims) {
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
  const cms = await cmsEvidence({ signedData, data, subFilter, certificates: store.certificates, crypto, where });
  const signed = signedClaims(cms.signer?.signedAttributes ?? []);
  const later = input.timestamps.filter(({ revision }) => revision.index >= coverage.revision.index);
  const timestamps = timestampsOf({
    ...{ id: one.field.name, signer: cms.signer, contentTimestamps: signed.contentTimestamps, data, crypto },
    ...{ signingCertificate: cms.certificate?.der, documentTimestamps: later },
  });
  const tokens = timestamps.map(({ token }) => readCms(token));
  return {
    ...plain,
    level: levelOf({ claims, cms, timestamps, later, store }),
    problems: cms.problems,
    covered: [{ uri: 'ByteRange', what: whatIsCovered(file, coverage), intact: cms.dataIntact, found: true }],
    ...judged(cms, claims, signed),
    certificates: distinct([
      ...signedData.certificates,
      ...store.certificates,
      ...tokens.flatMap((token) => token?.certificates ?? []),
    ]),
    crls: distinct([
      ...signedData.crls,
      ...signed.revocation.crls,
      ...store.crls,
      ...tokens.flatMap((token) => token?.crls ?? []),
    ]),
    ocsps: distinct([...signed.revocation.ocsps, ...store.ocsps]),
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
