import { SignatureError } from '../errors.ts';
import type { PdfFile, PdfValue } from '../pdf/index.ts';
import { pdfDictionary } from '../pdf/pdf-value.ts';
import { differingKeys, sameValue } from '../pdf/same-value.ts';
import type { Comparison } from './comparison.ts';

/** What every save may write anew without saying anything else of the document. */
const volatileInfo: ReadonlySet<string> = new Set(['ModDate', 'Producer']);

/** Title, author and the like may not change; when and by what program the file was saved last, everybody writes anew. */
export function compareMetadata(comparison: Comparison): void {
  const { before, after } = comparison;
  compareInfo(comparison, before.trailer.entries.get('Info'), after.trailer.entries.get('Info'));
  const was = before.catalog.entries.get('Metadata');
  const is = after.catalog.entries.get('Metadata');
  if (sameValue(before.resolve(was), after.resolve(is))) {
    explainMoved(comparison, was, is);
    return;
  }
  const [earlier, later] = [was === undefined ? '' : xmpOf(before, was), xmpOf(after, is)];
  const same = earlier !== undefined && later !== undefined && lasting(earlier) === lasting(later);
  report(comparison, same, { was, is });
}

function compareInfo(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): void {
  const { before, after } = comparison;
  const earlier = before.dictionary(was) ?? pdfDictionary({});
  const later = after.dictionary(is) ?? pdfDictionary({});
  const changed = differingKeys(earlier, later);
  if (changed.length === 0) explainMoved(comparison, was, is);
  else
    report(
      comparison,
      changed.every((key) => volatileInfo.has(key)),
      { was, is },
    );
}

interface Moved {
  readonly was: PdfValue | undefined;
  readonly is: PdfValue | undefined;
}

function report(comparison: Comparison, same: boolean, { was, is }: Moved): void {
  comparison.report(same ? 'modificationDateChanged' : 'metadataChanged', {
    ...(is?.kind === 'reference' && { objectNumber: is.number }),
  });
  explainMoved(comparison, was, is);
}

function explainMoved(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined): void {
  if (is?.kind !== 'reference') return;
  if (comparison.isNew(is) || (sameValue(was, is) && comparison.rolesBefore.get(is.number)?.role === 'metadata')) {
    comparison.explain(is);
  }
}

function xmpOf(file: PdfFile, value: PdfValue | undefined): string | undefined {
  const stream = file.resolve(value);
  if (stream.kind !== 'stream') return undefined;
  try {
    return new TextDecoder().decode(file.content(stream));
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}

const volatileNames = /^(xmp|xap|xmpMM|xapMM|stEvt|stRef|x|xml|xmlns|rdf)(:|$)|^pdf:Producer$/;

/** The texts and attributes of an XMP packet, whatever program laid it out, without those that every save changes. */
function lasting(xmp: string): string {
  const said: string[] = [];
  for (const [, name = '', attributes = '', text = ''] of xmp.matchAll(/<([\w.-]+:[\w.-]+)([^<>]*)>([^<]*)/g)) {
    const isListItem = name === 'rdf:li';
    if (text.trim() !== '' && (isListItem || !volatileNames.test(name))) said.push(`${name}=${text.trim()}`);
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w.-]+:[\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
      if (!volatileNames.test(key)) said.push(`${key}=${value}`);
    }
  }
  return said.sort().join('\n');
}
