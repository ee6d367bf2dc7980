import { SignatureError } from '../errors.ts';
import { isDigit, isWhitespace } from './characters.ts';
import type { InflateBudget } from './decode-stream.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import { latin1Text } from './text-bytes.ts';
import { ValueReader } from './value-reader.ts';
import type { XrefSection } from './xref-section.ts';
import { readXrefStream } from './xref-stream.ts';
import { readXrefTable } from './xref-table.ts';

/**
 * The sections of a file, oldest first. /Prev must lead backwards every time, so a loop cannot be; each section must end
 * where the next revision begins, so none is hidden. @spec ISO 32000-1 7.5.6
 */
export function readXrefChain(bytes: Uint8Array, budget: InflateBudget): readonly XrefSection[] {
  const sections: XrefSection[] = [];
  let start: number | undefined = lastStartxref(bytes);
  let objects = 0;
  while (start !== undefined) {
    const section: XrefSection = readSection(bytes, start, budget);
    sections.unshift(section);
    objects += section.entries.size;
    if (sections.length > defaultPdfLimits.revisions) throw new SignatureError('pdf-too-large', 'too many revisions');
    if (objects > defaultPdfLimits.objects) throw new SignatureError('pdf-too-large', 'too many objects');
    start = previousStart(section);
  }
  return sections;
}

function readSection(bytes: Uint8Array, start: number, budget: InflateBudget): XrefSection {
  if (isDigit(bytes[start])) return readXrefStream(bytes, start, budget);
  return readXrefTable(bytes, start);
}

function previousStart(section: XrefSection): number | undefined {
  const previous = section.trailer.entries.get('Prev');
  if (previous === undefined) return undefined;
  if (previous.kind !== 'number' || !Number.isSafeInteger(previous.value) || previous.value < 0) {
    throw new SignatureError('pdf-malformed', '/Prev is no offset');
  }
  if (previous.value >= section.start) {
    throw new SignatureError('pdf-xref-loop', '/Prev leads forward: a loop, or a linearized file');
  }
  return previous.value;
}

function lastStartxref(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && isWhitespace(bytes[end - 1])) end -= 1;
  const tailStart = Math.max(0, end - 64);
  const at = latin1Text(bytes.subarray(tailStart, end)).lastIndexOf('startxref');
  if (at < 0) throw new SignatureError('pdf-malformed', 'no startxref at the end of the file');
  const reader = new ValueReader(bytes, tailStart + at);
  reader.expect('startxref');
  reader.skipSpace();
  const start = reader.naturalNumber();
  while (isWhitespace(bytes[reader.position])) reader.position += 1;
  reader.expect('%%EOF');
  if (reader.position !== end) throw reader.malformed('something after the last %%EOF');
  return start;
}
