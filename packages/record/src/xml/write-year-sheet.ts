import { RecordError } from '../record-error.ts';
import type { YearSheet } from '../year-sheet.ts';
import { checkCoherence } from './coherence/check-coherence.ts';
import { element } from './content.ts';
import { primaryFormat } from './contents/primary-format.ts';
import { secondaryFormats } from './contents/secondary-formats.ts';
import type { YearSheetXml } from './level-format.ts';
import { formatVersion, frameNames, hocbaNamespace } from './names/frame-names.ts';

/**
 * Canonical XML of a sheet, without signatures. Text becomes NFC.
 * @throws RecordError `not-writable` when the sheet holds what {@link readYearSheet} would refuse
 */
export function writeYearSheet(sheet: YearSheet): YearSheetXml {
  const incoherent = checkCoherence(sheet)[0];
  if (incoherent) throw new RecordError('not-writable', `${incoherent.path}: ${incoherent.sentence}`);
  return sheet.schoolLevel === 'primary'
    ? primaryFormat.write(sheet)
    : secondaryFormats[sheet.schoolLevel].write(sheet);
}

/**
 * The whole file. `signatures` are ds:Signature elements in apex form (each declares its own namespaces), in signing
 * order; they are inserted as they are.
 */
export function assembleRecordXml({ root, contentXml }: YearSheetXml, signatureElements: readonly string[]): string {
  const container = element({ name: frameNames.signatures.name }, signatureElements.join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rootElement(root, contentXml + container)}`;
}

/**
 * Whether a file's text, its signatures aside, is exactly what the writer emits for the sheet read from it. Where it
 * is, no two parsers can disagree on what it says: no prefixes, entities, CDATA or blanks are left to interpret.
 */
export function isCanonicalFile(text: string, sheet: YearSheet): boolean {
  const empty = assembleRecordXml(writeYearSheet(sheet), []);
  const signaturesStart = empty.lastIndexOf(`</${frameNames.signatures.name}>`);
  const [before, after] = [empty.slice(0, signaturesStart), empty.slice(signaturesStart)];
  return text.length >= empty.length && text.startsWith(before) && text.endsWith(after);
}

/** The canonical XML of the record without its signatures: the root element in apex form. */
export function unsignedRecordXml({ root, contentXml }: YearSheetXml): string {
  return rootElement(root, contentXml);
}

function rootElement(name: string, inner: string): string {
  return `<${name} xmlns="${hocbaNamespace}" ${frameNames.formatVersion.name}="${formatVersion}">${inner}</${name}>`;
}
