import type { Certificate } from '../certificate/index.ts';
import { conclude, type Indication, type SubIndication } from '../certificate/indication.ts';
import type { CryptoPort, DigestSource } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { type PdfFile, type PdfTools, readFields, readPdf } from '../pdf/index.ts';
import { concatBytes } from '../pdf/text-bytes.ts';
import { type CmsCheck, checkCms, unreadableCms } from './check-cms.ts';
import { checkToken, type PadesTimestamp } from './check-token.ts';
import { readCoverage, type SignatureCoverage } from './coverage.ts';
import { readHole } from './hole-contents.ts';
import { type DamageReport, locateDamage } from './locate-damage.ts';
import { type PadesFinding, padesFinding } from './pades-finding.ts';
import type { RevisionChange } from './revision-change.ts';
import { RevisionHistory } from './revision-history.ts';
import { claimsOf, type SignatureClaims, type SignedField, signedFields } from './signature-value.ts';

export interface PadesCheckInput {
  readonly crypto: CryptoPort;
  readonly tools: PdfTools;
  /** Roots and intermediates one has, DER; only to see that certificates carried in the file are whole. */
  readonly trusted?: readonly Uint8Array[];
}

/** One signature of a PDF. Whether its certificate may be trusted is not asked here (`validatePath`). */
export interface PadesReport extends SignatureClaims {
  readonly field: string;
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  readonly level: 'B-B' | 'B-T' | 'none';
  /** /ByteRange is exactly the file up to a revision's end without the hole. */
  readonly byteRangeOk: boolean;
  readonly digestOk: boolean;
  readonly signatureOk: boolean;
  readonly certificate?: Certificate;
  /** Carried beside the signature, DER. */
  readonly certificates: readonly Uint8Array[];
  readonly timestamps: readonly PadesTimestamp[];
  /** Revision it covers, from 0, and the bytes up to its end. */
  readonly revision?: number;
  readonly coveredBytes?: number;
  readonly coversWholeFile: boolean;
  readonly changesAfter: readonly RevisionChange[];
  /** Where the file was changed; only when the digest is wrong. */
  readonly damage?: DamageReport;
  readonly findings: readonly PadesFinding[];
}

/**
 * Checks every signature of a file, in the form's order; empty when there is none. Throws SignatureError (`pdf-…`) for a
 * file that cannot be read in one way only: then `locateDamage` may still tell what was hit.
 * @spec EN 319 142-1, EN 319 102-1 5.2.7
 */
export async function checkPades(pdf: Uint8Array, input: PadesCheckInput): Promise<readonly PadesReport[]> {
  const file = readPdf(pdf, input.tools);
  const signed = signedFields(file, readFields(file));
  if (signed.length > mostSignatures) throw new SignatureError('pdf-too-large', `${signed.length} signatures`);
  const history = new RevisionHistory(file);
  const reports: PadesReport[] = [];
  for (const one of signed) reports.push(await checkField({ file, one, signed, history }, input));
  return reports;
}

/** Each costs a digest of the whole file. */
const mostSignatures = 32;

interface FieldInput {
  readonly history: RevisionHistory;
  readonly file: PdfFile;
  readonly one: SignedField;
  readonly signed: readonly SignedField[];
}

async function checkField(about: FieldInput, input: PadesCheckInput): Promise<PadesReport> {
  const { file, one, history } = about;
  const claims = claimsOf(file, one.dictionary);
  const coverage = readCoverage(file, one);
  const findings = [...fieldFindings(about, claims)];
  const named = { field: one.field.name, ...claims };
  if ('code' in coverage) {
    const all = [...findings, coverage];
    const nothing = {
      ...unreadableCms,
      level: 'none',
      byteRangeOk: false,
      coversWholeFile: false,
      changesAfter: [],
    } as const;
    return { ...named, ...nothing, ...conclude(all), findings: all };
  }
  const check = await checkHole({ file, coverage, claims }, input);
  const changes = history.changesAfter(coverage.revision);
  const odd = history.hasUnaccountedBytes(coverage.revision);
  findings.push(...check.findings, ...revisionFindings(changes, odd));
  const { digestOk, signatureOk, certificates, timestamps } = check;
  const timestamped = timestamps.some((timestamp) => timestamp.imprintOk && timestamp.signatureOk);
  return {
    ...named,
    ...conclude(findings),
    ...{ digestOk, signatureOk, certificates, timestamps, findings },
    ...(check.certificate && { certificate: check.certificate }),
    level: !signatureOk || !digestOk ? 'none' : timestamped ? 'B-T' : 'B-B',
    byteRangeOk: true,
    revision: coverage.revision.index,
    coveredBytes: coverage.end,
    coversWholeFile: coverage.revision === file.lastRevision,
    changesAfter: changes,
    ...(!digestOk && { damage: locateDamage(file.bytes, input.crypto) }),
  };
}

function fieldFindings({ file, one, signed }: FieldInput, claims: SignatureClaims): readonly PadesFinding[] {
  const findings: PadesFinding[] = [];
  const { objectNumber } = one;
  if (signed.filter((other) => other.objectNumber === objectNumber).length > 1) {
    findings.push(padesFinding('signature-in-several-fields', 'one signature dictionary in several fields'));
  }
  if (claims.subFilter !== 'ETSI.CAdES.detached' && claims.subFilter !== 'ETSI.RFC3161') {
    findings.push(padesFinding('sub-filter-unsupported', `/SubFilter ${claims.subFilter}`));
  }
  if (claims.docMdp !== undefined) findings.push(...certificationFindings(file, one, signed));
  return findings;
}

/** A certification must be the first signature, and the one the catalog names. @spec ISO 32000-1 12.8.2.2, 12.8.4 */
function certificationFindings(
  file: PdfFile,
  one: SignedField,
  signed: readonly SignedField[],
): readonly PadesFinding[] {
  const named = file.dictionary(file.catalog.entries.get('Perms'))?.entries.get('DocMDP');
  const start = (field: SignedField) => file.place(field.objectNumber)?.start ?? 0;
  const findings: PadesFinding[] = [];
  if (named?.kind !== 'reference' || named.number !== one.objectNumber) {
    findings.push(padesFinding('certification-not-permitted', 'the catalog does not name this certification'));
  }
  if (signed.some((other) => start(other) < start(one))) {
    findings.push(padesFinding('certification-not-first', 'a certification after another signature'));
  }
  return findings;
}

interface HoleInput {
  readonly file: PdfFile;
  readonly coverage: SignatureCoverage;
  readonly claims: SignatureClaims;
}

async function checkHole({ file, coverage, claims }: HoleInput, input: PadesCheckInput): Promise<CmsCheck> {
  const { crypto, trusted = [] } = input;
  const cms = readHole(file.bytes, coverage);
  if ('code' in cms) return { ...unreadableCms, findings: [cms] };
  const covered = coveredBytes(file.bytes, coverage);
  if (claims.kind === 'signature') return checkCms({ cms, covered, crypto, trusted });
  const timestamp = await checkToken({ token: cms, imprintOf: covered, crypto, trusted });
  const { imprintOk: digestOk, signatureOk, certificate, findings } = timestamp;
  return {
    digestOk,
    signatureOk,
    certificates: [],
    timestamps: [timestamp],
    findings,
    ...(certificate && { certificate }),
  };
}

/** Joined once, and digested by the algorithm the signature names. */
function coveredBytes(bytes: Uint8Array, { holeStart, holeEnd, end }: SignatureCoverage): DigestSource {
  return { data: concatBytes(bytes.subarray(0, holeStart), bytes.subarray(holeEnd, end)) };
}

function revisionFindings(changes: readonly RevisionChange[], unaccounted: boolean): readonly PadesFinding[] {
  const refused = changes.filter(({ permitted }) => !permitted).map(({ kind }) => kind);
  return [
    ...(unaccounted ? [padesFinding('bytes-unaccounted', 'bytes under the signature that belong to nothing')] : []),
    ...(refused.length > 0 ? [padesFinding('change-not-permitted', `changed afterwards: ${refused.join(', ')}`)] : []),
  ];
}
