import { formatSchoolYear, slotLabel } from '@hocba/record';
import { groupedDigest } from '../form/digital-facts.ts';
import { shortVietnamTime } from '../form/vietnam-time.ts';
import type { YearSheetRendition } from '../year-sheet/year-sheet-rendition.ts';

/** Danh mục các bản gốc: the signed file of each year and every signature in it. */
export interface OriginalsPageView {
  readonly years: readonly OriginalView[];
  /** Grades of the level whose digital record is not here; empty where none is missing. */
  readonly missing: string;
}

interface OriginalView {
  readonly heading: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly signatures: readonly (readonly string[])[];
}

export interface Original {
  readonly year: YearSheetRendition;
  readonly fileName: string;
}

export function originalsPageView(originals: readonly Original[], firstGrade: number): OriginalsPageView {
  return {
    years: originals.map(originalView),
    missing: missingGrades(
      originals.map(({ year }) => year.sheet.grade),
      firstGrade,
    ),
  };
}

function originalView({ year, fileName }: Original): OriginalView {
  const { sheet, signatures, xmlDigestHex, lookupUrl } = year;
  return {
    heading: `Năm học ${formatSchoolYear(sheet.schoolYear)}, lớp ${sheet.className}, ${sheet.school.name}`,
    facts: [
      ['Tệp kèm theo', `${fileName} (phiên bản ${sheet.version})`],
      ['Mã định danh học bạ', sheet.recordId],
      ['Địa chỉ tra cứu', lookupUrl],
      ['SHA-256', groupedDigest(xmlDigestHex)],
    ],
    signatures: signatures.map(({ slot, name, position, signedAt }) => [
      slotLabel(slot, sheet),
      name,
      position,
      shortVietnamTime(signedAt),
    ]),
  };
}

/** Years on paper, or of a record kept elsewhere. */
function missingGrades(present: readonly number[], firstGrade: number): string {
  const last = Math.max(...present);
  const missing = Array.from({ length: last - firstGrade }, (_, index) => firstGrade + index).filter(
    (grade) => !present.includes(grade),
  );
  if (missing.length === 0) return '';
  return `Không có bản gốc học bạ số trong tệp này: lớp ${missing.join(', lớp ')}. Xem học bạ giấy hoặc học bạ số của các năm học ấy.`;
}
