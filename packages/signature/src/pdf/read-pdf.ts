import { SignatureError } from '../errors.ts';
import { InflateBudget } from './decode-stream.ts';
import { PdfFile } from './pdf-file.ts';
import { defaultPdfLimits, type PdfLimits, type PdfTools, tolerantPdfLimits } from './pdf-limits.ts';
import type { ReadingRules } from './reading-rules.ts';
import { layRevisions } from './revision.ts';
import { latin1Text } from './text-bytes.ts';
import { readXrefChain } from './xref-chain.ts';

/**
 * Opens a file the way a signature needs it: one reading only, or SignatureError. Refused are what is not
 * self-consistent (`pdf-malformed`), hybrid files, loops and linearized files, encryption, and what is past the limits.
 * Costs at most the limits in pdf-limits.ts; attacker-controlled input ends in bounded time.
 * @spec ISO 32000-1 7.5
 */
export function readPdf(bytes: Uint8Array, tools: PdfTools): PdfFile {
  const budget = new InflateBudget(tools);
  return readByRules(bytes, { tolerant: false, limits: defaultPdfLimits, budget });
}

/**
 * The same for files of any program: also what is not quite as ISO 32000 wants it, as long as every reader reads it alike
 * (see `ReadingRules`). Refused with the same errors.
 */
export function readAnyPdf(bytes: Uint8Array, tools: PdfTools, limits: PdfLimits = tolerantPdfLimits): PdfFile {
  return readByRules(bytes, { tolerant: true, limits, budget: new InflateBudget(tools, limits) });
}

const strictHeader = /^%PDF-(1\.[0-7]|2\.0)[\r\n]/;
const anyHeader = /^%PDF-[12]\.\d/;

function readByRules(bytes: Uint8Array, rules: ReadingRules): PdfFile {
  const { tolerant, limits } = rules;
  if (bytes.length > limits.fileBytes) throw new SignatureError('pdf-too-large', `${bytes.length} bytes`);
  if (!(tolerant ? anyHeader : strictHeader).test(latin1Text(bytes.subarray(0, 16)))) {
    throw new SignatureError('pdf-malformed', 'no PDF header at the first byte');
  }
  const sections = readXrefChain(bytes, rules);
  if (sections.some(({ trailer }) => trailer.entries.has('Encrypt'))) {
    throw new SignatureError('pdf-encrypted', 'encrypted files are not read');
  }
  const file = new PdfFile(bytes, layRevisions(bytes, sections, tolerant), rules);
  if (file.catalog.entries.get('Pages')?.kind !== 'reference') {
    throw new SignatureError('pdf-malformed', 'catalog without pages');
  }
  return file;
}
