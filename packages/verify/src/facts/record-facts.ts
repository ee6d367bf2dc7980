import type { ReadProblem, SignatorySlot, YearSheet } from '@hocba/record';
import type {
  Certificate,
  DamageReport,
  PadesReport,
  PathReport,
  PdfFile,
  TimestampReport,
  XadesReport,
  XmlDocument,
} from '@hocba/signature';
import type { VerifyContext } from '../context.ts';

/** Everything the checks judge, gathered once. */
export interface RecordFacts {
  readonly context: VerifyContext;
  readonly kind: 'xml' | 'pdf';
  /** Absent for a PDF whose embedded XML cannot be had. */
  readonly xml?: XmlFacts;
  readonly pdf?: PdfFacts;
  /** Those of the XML in its order, then those on the PDF. */
  readonly signatures: readonly SignatureFacts[];
}

export interface XmlFacts {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Absent when it does not parse. */
  readonly document?: XmlDocument;
  readonly parseProblem?: ParseProblem;
  /** Absent when the content is not a record's. */
  readonly sheet?: YearSheet;
  readonly readProblems: readonly ReadProblem[];
  readonly xades: readonly XadesReport[];
}

export interface ParseProblem {
  /** Of SignatureError: `xml-malformed`, `xml-duplicate-id` … */
  readonly code: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface PdfFacts {
  readonly bytes: Uint8Array;
  readonly file?: PdfFile;
  readonly readProblem?: { readonly code: string; readonly message: string };
  readonly reports: readonly PadesReport[];
  readonly damage: DamageReport;
}

interface CommonSignatureFacts {
  readonly slot: SignatorySlot | 'pdfSeal' | undefined;
  /** For sentences: "hiệu trưởng Trần Minh Đức". */
  readonly who: string;
  readonly name: string;
  readonly certificate?: Certificate;
  readonly timestamps: readonly TimestampFacts[];
  /** Epoch milliseconds, by a trusted timestamp. */
  readonly provenAt?: number;
  readonly path?: PathReport;
}

export interface TimestampFacts {
  /** Over this very signature. */
  readonly imprintOk: boolean;
  readonly report: TimestampReport;
  /** What was changed in the token where its own signature does not reach: odd frames, damaged certificates. */
  readonly damage: readonly string[];
}

export type SignatureFacts =
  | (CommonSignatureFacts & { readonly format: 'xades'; readonly report: XadesReport })
  | (CommonSignatureFacts & { readonly format: 'pades'; readonly report: PadesReport });

export type XadesFacts = Extract<SignatureFacts, { format: 'xades' }>;

export function xadesFacts(facts: RecordFacts): readonly XadesFacts[] {
  return facts.signatures.filter((one): one is XadesFacts => one.format === 'xades');
}
