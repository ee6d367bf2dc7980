import { SignatureError } from '../errors.ts';
import type { PdfFile } from './pdf-file.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import type { PdfDictionary, PdfReference, PdfValue } from './pdf-value.ts';
import { textOfString } from './text-bytes.ts';

/** A terminal form field. */
export interface PdfField {
  /** Fully qualified, parts joined by '.'. */
  readonly name: string;
  readonly reference: PdfReference;
  readonly dictionary: PdfDictionary;
  /** Inherited where the field does not say it itself. */
  readonly type: string | undefined;
  readonly value: PdfValue | undefined;
}

interface Waiting {
  readonly node: PdfValue;
  readonly names: readonly string[];
  readonly type: string | undefined;
}

/** @spec ISO 32000-1 12.7.3 */
export function readFields(file: PdfFile): readonly PdfField[] {
  const fields: PdfField[] = [];
  const seen = new Set<number>();
  const waiting: Waiting[] = [
    ...file.items(file.dictionary(file.catalog.entries.get('AcroForm'))?.entries.get('Fields')),
  ]
    .reverse()
    .map((node) => ({ node, names: [], type: undefined }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    const dictionary = file.dictionary(node);
    if (file.rules.tolerant && file.resolve(node).kind === 'null') continue;
    if (node.kind !== 'reference' || dictionary === undefined || seen.has(node.number)) {
      throw new SignatureError('pdf-malformed', 'form with a missing or repeated field');
    }
    seen.add(node.number);
    if (seen.size > defaultPdfLimits.pages) throw new SignatureError('pdf-too-large', 'too many form fields');
    const names = [...next.names, ...partialName(file, dictionary)];
    const type = nameOf(dictionary.entries.get('FT')) ?? next.type;
    const kids = file.items(dictionary.entries.get('Kids')).filter((kid) => file.dictionary(kid)?.entries.has('T'));
    if (kids.length === 0) {
      fields.push({ name: names.join('.'), reference: node, dictionary, type, value: dictionary.entries.get('V') });
    }
    for (const kid of kids.toReversed()) waiting.push({ node: kid, names, type });
  }
  refuseSameNames(file.rules.tolerant ? fields.filter(({ value }) => value !== undefined) : fields);
  return fields;
}

/** Two signatures under one name would be taken for each other. */
function refuseSameNames(fields: readonly PdfField[]): void {
  const names = fields.filter(({ type }) => type === 'Sig').map(({ name }) => name);
  if (new Set(names).size !== names.length)
    throw new SignatureError('pdf-malformed', 'two signature fields of one name');
}

function partialName(file: PdfFile, dictionary: PdfDictionary): readonly string[] {
  const name = file.resolve(dictionary.entries.get('T'));
  return name.kind === 'string' ? [textOfString(name.bytes)] : [];
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'name' ? value.name : undefined;
}
