import { slotLabel, type YearSheet } from '@hocba/record';
import type { SignatureFacts } from './facts/record-facts.ts';
import { sortFindings } from './facts/xades-findings.ts';
import type { SignatureReport, StandardConclusion } from './report.ts';

/** Each signature with what it claims, what is proven, and the standard's words for it. */
export function describeSignature(facts: SignatureFacts, sheet: YearSheet | undefined): SignatureReport {
  const { slot = null, name, certificate, provenAt } = facts;
  return {
    slot,
    place: placeOf(slot, sheet),
    role: facts.format === 'xades' ? (facts.report.role ?? null) : null,
    name,
    signedAt: facts.format === 'xades' ? (facts.report.signingTime ?? null) : pdfTime(facts.report.claimedTime),
    timestampAt: provenAt === undefined ? null : new Date(provenAt).toISOString(),
    certificate: certificate
      ? { subject: certificate.subject.text, issuer: certificate.issuer.text, serialNumber: certificate.serialNumber }
      : null,
    level: facts.report.level === 'none' ? 'below-baseline' : facts.report.level,
    ...concludeSignature(facts),
  };
}

function placeOf(slot: SignatureReport['slot'], sheet: YearSheet | undefined): string {
  if (slot === null) return 'Không rõ vị trí ký';
  return slot === 'pdfSeal' ? 'Con dấu trên PDF' : slotLabel(slot, sheet);
}

/** @spec EN 319 102-1 5.1.3: the first process that does not pass decides. */
function concludeSignature(facts: SignatureFacts): StandardConclusion {
  const own = facts.format === 'xades' ? concludeXades(facts) : conclusion(facts.report);
  if (own) return own;
  const ofTime = facts.timestamps.map(({ imprintOk, report }) =>
    imprintOk ? conclusion(report) : ({ indication: 'INDETERMINATE', subIndication: 'NO_POE' } as const),
  );
  const ofPath = facts.path && conclusion(facts.path);
  return (
    ofPath ??
    ofTime.find((one) => one !== undefined) ??
    (facts.path
      ? { indication: 'TOTAL_PASSED' }
      : { indication: 'INDETERMINATE', subIndication: 'NO_SIGNING_CERTIFICATE_FOUND' })
  );
}

function concludeXades(facts: Extract<SignatureFacts, { format: 'xades' }>): StandardConclusion | undefined {
  const { signature, content } = sortFindings(facts);
  const [first] = signature;
  if (content.length > 0) return { indication: 'TOTAL_FAILED', subIndication: 'HASH_FAILURE' };
  if (!first) return undefined;
  if (facts.report.outcome === 'indeterminate') {
    return { indication: 'INDETERMINATE', subIndication: 'NO_SIGNING_CERTIFICATE_FOUND' };
  }
  const crypto = first.code === 'signature-value-wrong';
  return { indication: 'TOTAL_FAILED', subIndication: crypto ? 'SIG_CRYPTO_FAILURE' : 'FORMAT_FAILURE' };
}

function conclusion(report: {
  readonly indication: 'passed' | 'failed' | 'indeterminate';
  readonly subIndication?: string;
}): StandardConclusion | undefined {
  if (report.indication === 'passed') return undefined;
  const indication = report.indication === 'failed' ? 'TOTAL_FAILED' : 'INDETERMINATE';
  return { indication, ...(report.subIndication === undefined ? {} : { subIndication: report.subIndication }) };
}

/** D:20260529081500Z → ISO 8601. */
function pdfTime(claimed: string | undefined): string | null {
  const [, year, month, day, hour, minute, second] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(claimed ?? '') ?? [];
  return second === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
