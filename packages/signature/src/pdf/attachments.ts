import { SignatureError } from '../errors.ts';
import { nameOf } from './form-fields.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfTools } from './pdf-limits.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import type { PdfDictionary, PdfStream, PdfValue } from './pdf-value.ts';
import { readPdf } from './read-pdf.ts';
import { sameBytes, textOfString } from './text-bytes.ts';

export interface PdfAttachment {
  readonly name: string;
  readonly stream: PdfStream;
  /** `Source`, `Data`, `Alternative` …; how the file relates to the document. @spec ISO 19005-3 6.8 */
  readonly relationship: string | undefined;
  readonly mimeType: string | undefined;
}

/** The embedded files of the name tree. A name twice is refused: readers would show different files under it. */
export function readAttachments(file: PdfFile): readonly PdfAttachment[] {
  const names = file.dictionary(file.catalog.entries.get('Names'))?.entries.get('EmbeddedFiles');
  const attachments: PdfAttachment[] = [];
  const waiting: PdfValue[] = names === undefined ? [] : [names];
  let visited = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visited += 1;
    if (visited > defaultPdfLimits.pages) throw new SignatureError('pdf-too-large', 'name tree without an end');
    const tree = file.dictionary(node);
    for (const kid of file.items(tree?.entries.get('Kids'))) waiting.push(kid);
    const pairs = file.items(tree?.entries.get('Names'));
    for (let at = 1; at < pairs.length; at += 2) attachments.push(attachmentOf(file, pairs[at]));
  }
  const distinct = new Set(attachments.map(({ name }) => name));
  if (distinct.size !== attachments.length) throw new SignatureError('pdf-malformed', 'two embedded files of one name');
  return attachments;
}

/**
 * The bytes of the embedded file with this name; undefined when there is none. Its stated size, and its checksum where
 * the tools know MD5, must be right (`pdf-stream-damaged`).
 */
export function extractAttachment(pdf: PdfFile | Uint8Array, name: string, tools: PdfTools): Uint8Array | undefined {
  const file = pdf instanceof Uint8Array ? readPdf(pdf, tools) : pdf;
  const attachment = readAttachments(file).find((candidate) => candidate.name === name);
  if (attachment === undefined) return undefined;
  const content = file.content(attachment.stream);
  const parameters = file.dictionary(attachment.stream.dictionary.entries.get('Params'));
  const size = file.resolve(parameters?.entries.get('Size'));
  if (size.kind === 'number' && size.value !== content.length) {
    throw new SignatureError('pdf-stream-damaged', `${name}: ${content.length} bytes where ${size.value} are stated`);
  }
  const checksum = file.resolve(parameters?.entries.get('CheckSum'));
  if (checksum.kind === 'string' && tools.md5 !== undefined && !sameBytes(checksum.bytes, tools.md5(content))) {
    throw new SignatureError('pdf-stream-damaged', `${name}: checksum differs`);
  }
  return content;
}

function attachmentOf(file: PdfFile, value: PdfValue | undefined): PdfAttachment {
  const specification = file.dictionary(value);
  const embedded = file.dictionary(specification?.entries.get('EF'));
  const stream = file.resolve(embedded?.entries.get('UF') ?? embedded?.entries.get('F'));
  if (specification === undefined || stream.kind !== 'stream') {
    throw new SignatureError('pdf-malformed', 'embedded file without its stream');
  }
  return {
    name: fileName(file, specification),
    stream,
    relationship: nameOf(file.resolve(specification.entries.get('AFRelationship'))),
    mimeType: nameOf(file.resolve(stream.dictionary.entries.get('Subtype'))),
  };
}

function fileName(file: PdfFile, specification: PdfDictionary): string {
  const name = file.resolve(specification.entries.get('UF') ?? specification.entries.get('F'));
  if (name.kind !== 'string') throw new SignatureError('pdf-malformed', 'embedded file without a name');
  return textOfString(name.bytes);
}
