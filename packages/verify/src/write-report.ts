import { describeParts } from './describe-parts.ts';
import { describeSignature } from './describe-signatures.ts';
import type { RecordFacts, XmlFacts } from './facts/record-facts.ts';
import type { Check, RecordOutcome, RecordSummary, VerificationReport } from './report.ts';

/** Any failure makes it invalid; else any required check left open makes it indeterminate. */
export function concludeReport(facts: RecordFacts, checks: readonly Check[]): VerificationReport {
  const outcome = outcomeOf(checks);
  return {
    outcome,
    kind: facts.kind,
    sentence: sentenceOf(outcome, checks),
    verifiedAt: new Date(facts.context.at).toISOString(),
    checks,
    parts: describeParts(facts),
    signatures: facts.signatures.map((signature) => describeSignature(signature, facts.xml?.sheet)),
    record: facts.xml ? summaryOf(facts.xml) : null,
  };
}

export function unreadableReport(
  sentence: string,
  { kind, at }: { readonly kind: 'xml' | 'pdf' | null; readonly at: number },
): VerificationReport {
  const verifiedAt = new Date(at).toISOString();
  return { outcome: 'unreadable', kind, sentence, verifiedAt, checks: [], parts: [], signatures: [], record: null };
}

function outcomeOf(checks: readonly Check[]): RecordOutcome {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'invalid';
  return checks.some(({ outcome, required }) => required && outcome === 'indeterminate') ? 'indeterminate' : 'valid';
}

function sentenceOf(outcome: RecordOutcome, checks: readonly Check[]): string {
  const first = (wanted: Check['outcome']) =>
    checks.find((check) => check.outcome === wanted && check.required) ??
    checks.find((check) => check.outcome === wanted);
  const open = checks
    .filter(({ required, outcome: own }) => !required && own === 'indeterminate')
    .map(({ sentence }) => sentence);
  switch (outcome) {
    case 'valid':
      return ['Học bạ hợp lệ.', ...open].join(' ');
    case 'invalid':
      return `Học bạ KHÔNG hợp lệ. ${first('failed')?.sentence ?? ''}`;
    default:
      return `Chưa đủ căn cứ để kết luận. ${first('indeterminate')?.sentence ?? ''}`;
  }
}

function summaryOf({ sheet, sha256 }: XmlFacts): RecordSummary | null {
  if (!sheet) return null;
  const { recordId, lookupCode, version, schoolYear, grade, className, student, school } = sheet;
  return {
    ...{ recordId, lookupCode, version, schoolYear, grade, className },
    studentName: student.fullName,
    schoolId: school.schoolId,
    schoolName: school.name,
    xmlSha256: sha256,
  };
}
