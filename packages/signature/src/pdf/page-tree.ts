import { SignatureError } from '../errors.ts';
import type { PdfFile } from './pdf-file.ts';
import { defaultPdfLimits } from './pdf-limits.ts';
import type { PdfDictionary, PdfReference, PdfValue } from './pdf-value.ts';

export interface PdfPage {
  readonly reference: PdfReference;
  readonly dictionary: PdfDictionary;
}

/** The pages in their order. A node met twice, or that is neither page nor pages, is `pdf-malformed`. */
export function readPages(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const waiting: PdfValue[] = [file.catalog.entries.get('Pages') ?? { kind: 'null' }];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const dictionary = file.resolve(node);
    if (node.kind !== 'reference' || dictionary.kind !== 'dictionary' || seen.has(node.number)) {
      throw new SignatureError('pdf-malformed', 'page tree with a missing or repeated node');
    }
    seen.add(node.number);
    if (seen.size > defaultPdfLimits.pages) throw new SignatureError('pdf-too-large', 'too many pages');
    const type = dictionary.entries.get('Type');
    const kind = type?.kind === 'name' ? type.name : file.rules.tolerant ? kindWithoutType(dictionary) : '';
    if (kind === 'Pages') {
      for (const kid of file.items(dictionary.entries.get('Kids')).toReversed()) waiting.push(kid);
    } else if (kind === 'Page') pages.push({ reference: node, dictionary });
    else throw new SignatureError('pdf-malformed', 'page tree node without a type');
  }
  return pages;
}

function kindWithoutType({ entries }: PdfDictionary): string {
  return entries.has('Kids') ? 'Pages' : 'Page';
}
