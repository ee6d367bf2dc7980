import type { XadesFinding, XadesFindingCode } from '@hocba/signature';
import type { XadesFacts } from './record-facts.ts';

/** Which check a finding belongs to, so that one fault is told once. */
export interface SortedFindings {
  readonly content: readonly XadesFinding[];
  readonly timestamp: readonly XadesFinding[];
  /** Below the baseline, though sound. */
  readonly form: readonly XadesFinding[];
  readonly signature: readonly XadesFinding[];
}

/** Sound, but below the baseline. */
const ofForm: ReadonlySet<XadesFindingCode> = new Set(['signing-time-missing', 'data-object-format-missing']);
/** Leave a signature undecided instead of wrong. */
const ofMissingCertificate: ReadonlySet<XadesFindingCode> = new Set([
  'signing-certificate-unknown',
  'signing-certificate-not-stated',
]);
const ofContent: ReadonlySet<XadesFindingCode> = new Set(['reference-digest-wrong', 'reference-not-found']);
const ofTimestamp: ReadonlySet<XadesFindingCode> = new Set(['timestamp-malformed', 'timestamp-of-another']);

export function sortFindings({ report }: XadesFacts): SortedFindings {
  const refused = report.references.length === 0;
  const own = report.references.some(({ uri, ok }) => uri.startsWith('#sp-') && !ok);
  const kindOf = ({ code, where }: XadesFinding): keyof SortedFindings => {
    if (refused) return 'signature';
    if (ofContent.has(code)) return 'content';
    if (ofTimestamp.has(code) || where.includes('SignatureTimeStamp')) return 'timestamp';
    return ofForm.has(code) ? 'form' : 'signature';
  };
  const sorted = Object.groupBy(report.findings, kindOf);
  const ownChanged = own
    ? [{ code: 'reference-digest-wrong', where: `${report.where}/SignedProperties` } as const]
    : [];
  return {
    content: sorted.content ?? [],
    timestamp: sorted.timestamp ?? [],
    form: sorted.form ?? [],
    signature: [...(sorted.signature ?? []), ...ownChanged],
  };
}

/** The signature is not wrong, only who made it is not said. */
export function isOnlyMissing({ code }: XadesFinding): boolean {
  return ofMissingCertificate.has(code);
}
