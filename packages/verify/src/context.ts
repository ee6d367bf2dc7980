import type { YearSheetRendition } from '@hocba/rendition';
import type { CryptoPort, PdfTools } from '@hocba/signature';
import type { PreparedTrust, Trust } from './trust.ts';

/** Draws the form again from a record (`renderYearSheet` of @hocba/rendition, or a pool's). */
export type Rerender = (rendition: YearSheetRendition) => Promise<Uint8Array>;

/** Texts of a PDF's pages, blanks left out (`readPageTexts`). */
export type PageTexts = (pdf: Uint8Array) => Promise<readonly string[]>;

/** What a transparency log shows for this record; the caller has checked its proof. */
export interface LogEvidence {
  readonly logName: string;
  /** SHA-256 of the XML in the entry, lower-case hex. */
  readonly xmlSha256: string;
}

/** What the registry answered about this record; the caller has checked who answered. */
export interface StatusEvidence {
  readonly state: 'inForce' | 'notYetInForce' | 'recalled' | 'replaced';
  /** ISO 8601. */
  readonly asOf: string;
}

export interface VerifyOptions {
  /** Epoch milliseconds: the time to verify for. */
  readonly at: number;
  readonly crypto: CryptoPort;
  readonly pdfTools: PdfTools;
  /** Absent: whether a PDF shows what its XML says stays indeterminate. */
  readonly rerender?: Rerender;
  /** Absent: a PDF that is not the rendition byte for byte stays indeterminate. */
  readonly pageTexts?: PageTexts;
  /** What must stand before the look-up code; absent, what the PDF prints is taken and told. */
  readonly lookupBaseUrl?: string;
  readonly log?: LogEvidence;
  readonly status?: StatusEvidence;
}

export interface VerifyContext extends Omit<VerifyOptions, 'crypto'> {
  readonly crypto: CryptoPort;
  readonly trust: PreparedTrust;
}

export function isPrepared(trust: Trust | PreparedTrust): trust is PreparedTrust {
  return 'lookupBases' in trust;
}
