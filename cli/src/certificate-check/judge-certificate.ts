import {
  type Certificate,
  type CertificatePurpose,
  type Finding,
  type PathFindingCode,
  type PathInput,
  type PathReport,
  parseCertificate,
  type RevocationStatus,
  validatePath,
} from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import type { CertificateReport, PathEntry, ReportedFinding, ReportedRevocation } from './certificate-report.ts';
import { findingSentence } from './finding-words.ts';

/** Everything but the certificate itself. */
export interface CertificateQuestion extends Omit<PathInput, 'leaf' | 'crypto'> {
  readonly purpose: CertificatePurpose;
}

/** Judges one certificate; one that cannot be read is reported as such. */
export async function judgeCertificate(
  file: string,
  leaf: Uint8Array,
  question: CertificateQuestion,
): Promise<CertificateReport> {
  const certificate = readable(leaf);
  if (typeof certificate === 'string') return unreadable(file, certificate, question);
  const report = await validatePath({ ...question, leaf: certificate, crypto: nodeCrypto });
  const outcome = outcomeOf(report);
  return {
    ...{ file, outcome, indication: upper(report.indication), subIndication: report.subIndication ?? null },
    sentence: outcomeSentences[outcome],
    ...{ at: iso(question.at), purpose: question.purpose },
    path: report.path.map((one, i) => pathEntry(one, { report, i, revocation: question.revocation })),
    policies: report.policies,
    findings: report.findings.map(reported),
  };
}

/** The report about a file that holds no certificate that can be read. */
export function unreadable(file: string, detail: string, { at, purpose }: CertificateQuestion): CertificateReport {
  const sentence = unreadableSentences[detail] ?? outcomeSentences.unreadable;
  const finding = {
    code: 'unreadable',
    indication: null,
    subIndication: null,
    subject: null,
    sentence,
    detail,
  } as const;
  const nothing = { indication: null, subIndication: null, path: [], policies: [] };
  return { file, outcome: 'unreadable', ...nothing, sentence, at: iso(at), purpose, findings: [finding] };
}

const outcomeSentences: Readonly<Record<CertificateReport['outcome'], string>> = {
  valid: 'Chứng thư số hợp lệ.',
  invalid: 'Chứng thư số không hợp lệ.',
  indeterminate: 'Chưa đủ căn cứ để kết luận về chứng thư số.',
  unreadable: 'Không đọc được chứng thư số trong tệp này.',
};

/** By detail: what can be told better than that it could not be read. */
const unreadableSentences: Readonly<Record<string, string>> = {
  'no such file': 'Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.',
  'a directory': 'Đây là thư mục; hãy ghi tên tệp chứng thư số ở trong đó.',
  'no certificate in it': 'Tệp không có chứng thư số nào; cần tệp PEM, DER hoặc PKCS #7.',
};

/** What is merely missing: with more material the answer may become either. */
const merelyMissing: ReadonlySet<PathFindingCode> = new Set([
  'no-path',
  'search-ended-early',
  'algorithm-unknown',
  'revocation-unknown',
  'revocation-too-late',
]);

function outcomeOf({ indication, findings }: PathReport): 'valid' | 'invalid' | 'indeterminate' {
  if (indication === 'passed') return 'valid';
  const missing = findings.every(({ about }) => about !== undefined && merelyMissing.has(about.code));
  return missing ? 'indeterminate' : 'invalid';
}

function pathEntry(
  certificate: Certificate,
  { report, i, revocation }: { report: PathReport; i: number; revocation: PathInput['revocation'] },
): PathEntry {
  const { family, bits, curve } = certificate.publicKeyAlgorithm;
  const status = report.revocations[i];
  const isAnchor = i === report.path.length - 1 && report.findings.every(({ about }) => about?.code !== 'no-path');
  const unchecked = status === undefined || revocation === 'ignored';
  return {
    ...{ subject: certificate.subject.text, issuer: certificate.issuer.text, serialNumber: certificate.serialNumber },
    ...{ notBefore: iso(certificate.notBefore), notAfter: iso(certificate.notAfter) },
    sha256: Buffer.from(nodeCrypto.digest('sha-256', certificate.der)).toString('hex'),
    key: family === 'other' ? 'other' : `${family} ${curve ?? bits}`,
    signatureAlgorithm: certificate.signatureAlgorithm ?? certificate.signatureAlgorithmOid,
    anchor: isAnchor,
    revocation: unchecked ? { status: 'not-checked' } : reportedRevocation(status),
  };
}

function reportedRevocation(status: RevocationStatus): ReportedRevocation {
  if (status.status === 'exempt') return status;
  if (status.status === 'unknown') return { status: 'unknown', problems: status.problems };
  const { source, thisUpdate, nextUpdate, evidence } = status;
  const origin = {
    ...{ source, signer: evidence.signer.subject.text, thisUpdate: iso(thisUpdate) },
    nextUpdate: nextUpdate === undefined ? null : iso(nextUpdate),
  };
  if (status.status === 'revoked') {
    return { status: 'revoked', ...origin, revokedAt: iso(status.revokedAt), reason: status.reason };
  }
  const { revokedLater } = status;
  return { status: 'good', ...origin, revokedLaterAt: revokedLater === undefined ? null : iso(revokedLater.at) };
}

function reported(finding: Finding): ReportedFinding {
  const { about, indication, subIndication, detail } = finding;
  return {
    ...{ code: about?.code ?? 'no-path', indication: indication === 'failed' ? 'FAILED' : 'INDETERMINATE' },
    ...{ subIndication, subject: about?.subject ?? null, sentence: findingSentence(finding), detail },
  };
}

function upper(indication: PathReport['indication']): CertificateReport['indication'] {
  return indication === 'passed' ? 'PASSED' : indication === 'failed' ? 'FAILED' : 'INDETERMINATE';
}

function readable(der: Uint8Array): Certificate | string {
  try {
    return parseCertificate(der);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function iso(epoch: number): string {
  return new Date(epoch).toISOString();
}
