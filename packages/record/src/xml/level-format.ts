import { type Content, element, list, refuseAttributes } from './content.ts';
import { frameNames, type WireName } from './names/frame-names.ts';
import { inside, type ProblemReport } from './read-problem.ts';
import type { XmlElement } from './xml-element.ts';

/** A frozen sheet in its canonical form. */
export interface YearSheetXml {
  /** Name of the root element. */
  readonly root: string;
  /**
   * By `Id` (`tt`, `kq`, `nx`, `mh-1` …): the exclusive C14N of each part, the very octets a signature's digest is
   * made of. `tt`, `kq` and `nx` stand in the file exactly so; an `mh-N` stands in it without its namespace
   * declaration, which `kq`'s own canonical form leaves out.
   */
  readonly parts: ReadonlyMap<string, string>;
  /** `ThongTin`, `KetQua`, `NhanXet` as they stand in the file. */
  readonly contentXml: string;
}

/** The three content parts of a file, as elements. */
export interface SheetElements {
  readonly general: XmlElement;
  readonly results: XmlElement;
  readonly remarks: XmlElement;
}

/** How the sheets of one school level stand in XML. */
export interface LevelFormat<Sheet> {
  readonly root: WireName;
  /** @throws RecordError `not-writable` */
  write(sheet: Sheet): YearSheetXml;
  /** `undefined` after reporting at least one problem. */
  read(elements: SheetElements, report: ProblemReport): Sheet | undefined;
}

interface LevelContents<General, Row, Remarks> {
  readonly root: WireName;
  /** `ThongTin` (`tt`): who, where, when, and whose signatures are called for. Covered by every signature. */
  readonly general: Content<General>;
  /** One `MonHoc` (`mh-N`): what its teacher answers for. */
  readonly subjectRow: Content<Row>;
  readonly mostRows: number;
  /** `NhanXet` (`nx`): what the homeroom teacher answers for. */
  readonly remarks: Content<Remarks>;
}

/** The format of a level out of the contents of its parts. */
export function levelFormat<General extends object, Row, Remarks extends object>({
  root,
  general,
  subjectRow,
  mostRows,
  remarks,
}: LevelContents<General, Row, Remarks>): LevelFormat<General & Remarks & { readonly subjects: readonly Row[] }> {
  const results = list(frameNames.subjectRow, subjectRow, { most: mostRows, idOf: subjectRowId });
  const at = (part: WireName) => `${root.name}/${part.name}`;
  return {
    root,
    write(sheet) {
      const wholes = [
        part(frameNames.general.name, 'tt', general.write(sheet, at(frameNames.general))),
        part(frameNames.results.name, 'kq', results.write(sheet.subjects, at(frameNames.results))),
        part(frameNames.remarks.name, 'nx', remarks.write(sheet, at(frameNames.remarks))),
      ];
      const rows = sheet.subjects.map((row, index) =>
        part(frameNames.subjectRow.name, subjectRowId(index + 1), subjectRow.write(row, at(frameNames.results))),
      );
      return {
        root: root.name,
        parts: new Map([...wholes, ...rows]),
        contentXml: wholes.map(([, xml]) => xml).join(''),
      };
    },
    read(elements, report) {
      const generalPart = readPart({ part: elements.general, id: 'tt', content: general, report });
      const subjects = readPart({ part: elements.results, id: 'kq', content: results, report });
      const remarksPart = readPart({ part: elements.remarks, id: 'nx', content: remarks, report });
      return generalPart && subjects && remarksPart ? { ...generalPart, subjects, ...remarksPart } : undefined;
    },
  };
}

function subjectRowId(position: number): string {
  return `mh-${position}`;
}

function part(name: string, id: string, inner: string): readonly [string, string] {
  return [id, element({ name, apex: true, id }, inner)];
}

interface PartToRead<T> {
  readonly part: XmlElement;
  readonly id: string;
  readonly content: Content<T>;
  readonly report: ProblemReport;
}

function readPart<T>({ part, id, content, report }: PartToRead<T>): T | undefined {
  const at = inside(report, part.localName);
  refuseAttributes(part, at, id);
  return content.read(part, at);
}
