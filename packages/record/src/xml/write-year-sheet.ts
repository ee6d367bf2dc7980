import { RecordError } from '../record-error.ts';
import type { YearSheet } from '../year-sheet.ts';
import { checkCoherence } from './coherence.ts';
import { element } from './content.ts';
import { formatVersion, frameNames, hocbaNamespace } from './field-names.ts';
import {
  generalContent,
  remarksContent,
  resultsContent,
  subjectRowContent,
  subjectRowId,
} from './year-sheet-contents.ts';

/** A frozen sheet in its canonical form. */
export interface YearSheetXml {
  /**
   * By `Id` (`tt`, `kq`, `nx`, `mh-1` …): the exclusive C14N of each part, the very octets a signature's digest is
   * made of. `tt`, `kq` and `nx` stand in the file exactly so; an `mh-N` stands in it without its namespace
   * declaration, which `kq`'s own canonical form leaves out.
   */
  readonly parts: ReadonlyMap<string, string>;
  /** `ThongTin`, `KetQua`, `NhanXet` as they stand in the file. */
  readonly contentXml: string;
}

const { general, results, remarks, subjectRow, signatures, root } = frameNames;

/**
 * Canonical XML of a sheet, without signatures. Text becomes NFC.
 * @throws RecordError `not-writable` when the sheet holds what {@link readYearSheet} would refuse
 */
export function writeYearSheet(sheet: YearSheet): YearSheetXml {
  const incoherent = checkCoherence(sheet)[0];
  if (incoherent) throw new RecordError('not-writable', `${incoherent.path}: ${incoherent.sentence}`);
  if (sheet.schoolLevel !== 'primary')
    throw new RecordError('not-writable', 'Định dạng XML hiện chỉ ghi được học bạ cấp tiểu học.');
  const at = root.name;
  const wholes = [
    part(general.name, 'tt', generalContent.write(sheet, `${at}/${general.name}`)),
    part(results.name, 'kq', resultsContent.write(sheet.subjects, `${at}/${results.name}`)),
    part(remarks.name, 'nx', remarksContent.write(sheet, `${at}/${remarks.name}`)),
  ];
  const rows = sheet.subjects.map((row, index) =>
    part(subjectRow.name, subjectRowId(index + 1), subjectRowContent.write(row, `${at}/${results.name}`)),
  );
  return { parts: new Map([...wholes, ...rows]), contentXml: wholes.map(([, xml]) => xml).join('') };
}

function part(name: string, id: string, inner: string): readonly [string, string] {
  return [id, element({ name, apex: true, id }, inner)];
}

/**
 * The whole file. `signatures` are ds:Signature elements in apex form (each declares its own namespaces), in signing
 * order; they are inserted as they are.
 */
export function assembleRecordXml(sheetXml: YearSheetXml, signatureElements: readonly string[]): string {
  const container = element({ name: signatures.name }, signatureElements.join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${rootElement(sheetXml.contentXml + container)}`;
}

/**
 * Whether a file's text, its signatures aside, is exactly what the writer emits for the sheet read from it. Where it
 * is, no two parsers can disagree on what it says: no prefixes, entities, CDATA or blanks are left to interpret.
 */
export function isCanonicalFile(text: string, sheet: YearSheet): boolean {
  const empty = assembleRecordXml(writeYearSheet(sheet), []);
  const signaturesStart = empty.lastIndexOf(`</${signatures.name}>`);
  const [before, after] = [empty.slice(0, signaturesStart), empty.slice(signaturesStart)];
  return text.length >= empty.length && text.startsWith(before) && text.endsWith(after);
}

/** The canonical XML of the record without its signatures: the root element in apex form. */
export function unsignedRecordXml(sheetXml: YearSheetXml): string {
  return rootElement(sheetXml.contentXml);
}

function rootElement(inner: string): string {
  return `<${root.name} xmlns="${hocbaNamespace}" ${frameNames.formatVersion.name}="${formatVersion}">${inner}</${root.name}>`;
}
