import { SignatureError } from '../errors.ts';
import { InflateBudget } from './decode-stream.ts';
import { PdfFile } from './pdf-file.ts';
import { defaultPdfLimits, type PdfTools } from './pdf-limits.ts';
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
  if (bytes.length > defaultPdfLimits.fileBytes) throw new SignatureError('pdf-too-large', `${bytes.length} bytes`);
  if (!/^%PDF-(1\.[0-7]|2\.0)[\r\n]/.test(latin1Text(bytes.subarray(0, 16)))) {
    throw new SignatureError('pdf-malformed', 'no PDF header at the first byte');
  }
  const budget = new InflateBudget(tools);
  const sections = readXrefChain(bytes, budget);
  if (sections.some(({ trailer }) => trailer.entries.has('Encrypt'))) {
    throw new SignatureError('pdf-encrypted', 'encrypted files are not read');
  }
  const file = new PdfFile(bytes, layRevisions(bytes, sections), budget);
  if (file.catalog.entries.get('Pages')?.kind !== 'reference') {
    throw new SignatureError('pdf-malformed', 'catalog without pages');
  }
  return file;
}
