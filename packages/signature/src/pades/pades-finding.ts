import { type Finding, failed, indeterminate, type SubIndication } from '../certificate/indication.ts';

/** Why a signature in a PDF does not hold, or is odd. A closed list; the sub-indication is the standard's word for it. */
export type PadesFindingCode = keyof typeof subIndications;

export interface PadesFinding extends Finding {
  readonly code: PadesFindingCode;
}

const subIndications = {
  'signature-not-an-object': 'FORMAT_FAILURE',
  'contents-malformed': 'FORMAT_FAILURE',
  'contents-not-canonical': 'FORMAT_FAILURE',
  'byte-range-malformed': 'FORMAT_FAILURE',
  'byte-range-not-the-hole': 'FORMAT_FAILURE',
  'byte-range-not-a-revision': 'FORMAT_FAILURE',
  'signature-in-several-fields': 'FORMAT_FAILURE',
  'sub-filter-unsupported': 'FORMAT_FAILURE',
  'cms-malformed': 'FORMAT_FAILURE',
  'cms-frame-odd': 'FORMAT_FAILURE',
  'cms-content-inside': 'FORMAT_FAILURE',
  'cms-check-failed': 'SIG_CONSTRAINTS_FAILURE',
  'signing-time-inside': 'FORMAT_FAILURE',
  'unsigned-attribute-odd': 'FORMAT_FAILURE',
  'certificate-bag-damaged': 'FORMAT_FAILURE',
  'timestamp-malformed': 'FORMAT_FAILURE',
  'timestamp-mismatch': 'SIG_CONSTRAINTS_FAILURE',
  'certification-not-first': 'SIG_CONSTRAINTS_FAILURE',
  'certification-not-permitted': 'SIG_CONSTRAINTS_FAILURE',
  'bytes-unaccounted': 'SIG_CONSTRAINTS_FAILURE',
  'change-not-permitted': 'SIG_CONSTRAINTS_FAILURE',
} satisfies Readonly<Record<string, SubIndication>>;

/** Odd, but found in files of honest programs as well. */
const indeterminateCodes: ReadonlySet<PadesFindingCode> = new Set(['bytes-unaccounted', 'sub-filter-unsupported']);

export function padesFinding(code: PadesFindingCode, detail: string): PadesFinding {
  const make = indeterminateCodes.has(code) ? indeterminate : failed;
  return { code, ...make(subIndications[code], detail) };
}

/** A finding of the signature's CMS, its own sub-indication kept. */
export function cmsFinding(finding: Finding): PadesFinding {
  return { code: 'cms-check-failed', ...finding };
}
