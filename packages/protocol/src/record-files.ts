import { base64, object, type Rule, sha256, text } from './rule.ts';

/** Largest record XML, in UTF-16 units: sixteen signatures with long chains stay below a tenth of it. */
export const longestRecordXml = 1_000_000;
/** Largest PDF, in octets. */
export const largestPdf = 4_000_000;

/** The two files of an issued record, and the digests by which sender and receiver name them. */
export interface RecordFiles {
  /** The file's text, byte for byte in UTF-8, XML declaration included. */
  readonly recordXml: string;
  readonly pdfBase64: string;
  /** SHA-256 of the files' octets, hexadecimal. The receiver computes them again. */
  readonly xmlDigest: string;
  readonly pdfDigest: string;
}

export const recordFileRules = {
  recordXml: text(longestRecordXml),
  pdfBase64: base64(largestPdf),
  xmlDigest: sha256,
  pdfDigest: sha256,
};

export const recordFiles: Rule<RecordFiles> = object<RecordFiles>(recordFileRules);
