import { SignatureError } from '../errors.ts';
import { isDigit, isWhitespace } from './characters.ts';
import { isSecondHalfOf, joined, withHybridHalf } from './hybrid-section.ts';
import { withMainSection } from './linearized-section.ts';
import type { ReadingRules } from './reading-rules.ts';
import { latin1Text } from './text-bytes.ts';
import { ValueReader } from './value-reader.ts';
import type { XrefSection } from './xref-section.ts';
import { readXrefStream } from './xref-stream.ts';
import { readXrefTable } from './xref-table.ts';

/**
 * The sections of a file, oldest first. /Prev must lead backwards every time, so a loop cannot be; each section must end
 * where the next revision begins, so none is hidden. Only the two sections of a linearized file, read tolerantly, stand
 * the other way round: they become one. @spec ISO 32000-1 7.5.6, Annex F
 */
export function readXrefChain(bytes: Uint8Array, rules: ReadingRules): readonly XrefSection[] {
  const sections: XrefSection[] = [];
  let start: number | undefined = lastStartxref(bytes);
  let objects = 0;
  while (start !== undefined) {
    const section = readSection(bytes, start, rules);
    const [later] = sections;
    if (later !== undefined && isSecondHalfOf(later, section)) sections[0] = joined(bytes, section, later);
    else sections.unshift(section);
    objects += section.entries.size;
    if (sections.length > rules.limits.revisions) throw new SignatureError('pdf-too-large', 'too many revisions');
    if (objects > rules.limits.objects) throw new SignatureError('pdf-too-large', 'too many objects');
    start = previousStart(section);
  }
  return sections;
}

/** One section whole: with its other half, where the file is hybrid or linearized. */
function readSection(bytes: Uint8Array, start: number, rules: ReadingRules): XrefSection {
  const section = readPlainSection(bytes, start, rules);
  const previous = previousOffset(section);
  if (previous !== undefined && previous >= section.start) {
    if (!rules.tolerant || previous <= section.end) {
      throw new SignatureError('pdf-xref-loop', '/Prev leads forward: a loop, or a linearized file');
    }
    return withMainSection(bytes, section, readPlainSection(bytes, previous, rules));
  }
  if (section.named !== start) throw new SignatureError('pdf-malformed', 'startxref names another section');
  return withHybridHalf(bytes, section, rules);
}

function readPlainSection(bytes: Uint8Array, start: number, rules: ReadingRules): XrefSection {
  let at = start;
  if (rules.tolerant) while (isWhitespace(bytes[at])) at += 1;
  const section = isDigit(bytes[at]) ? readXrefStream(bytes, at, rules) : readXrefTable(bytes, at, rules);
  return { ...section, start };
}

function previousStart(section: XrefSection): number | undefined {
  const previous = previousOffset(section);
  if (previous !== undefined && previous >= section.start) {
    throw new SignatureError('pdf-xref-loop', '/Prev leads forward: a loop, or a linearized file');
  }
  return previous;
}

function previousOffset({ trailer }: XrefSection): number | undefined {
  const previous = trailer.entries.get('Prev');
  if (previous === undefined) return undefined;
  if (previous.kind !== 'number' || !Number.isSafeInteger(previous.value) || previous.value < 0) {
    throw new SignatureError('pdf-malformed', '/Prev is no offset');
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
