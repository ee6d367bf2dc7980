import { formatSchoolYear, type PrimaryYearSheet } from '@hocba/record';
import { schoolNameAfterLabel } from '../form/school-name.ts';
import { type FieldView, field } from '../form/view.ts';
import { qrCodeSvg } from '../pdf/qr-code.ts';
import type { YearSheetRendition } from './year-sheet-rendition.ts';

/** Bìa, with the facts of the digital record that paper never had. */
export interface CoverView {
  readonly authority: string;
  readonly title: readonly string[];
  readonly fields: readonly FieldView[];
  readonly digital: {
    readonly qr: string;
    readonly lookupUrl: string;
    readonly rows: readonly (readonly [label: string, value: string])[];
  };
}

export function coverView(rendition: YearSheetRendition): CoverView {
  const { student, school } = rendition.sheet;
  return {
    authority: 'BỘ GIÁO DỤC VÀ ĐÀO TẠO',
    title: ['HỌC BẠ', 'TIỂU HỌC'],
    fields: [
      field('Họ và tên học sinh', student.fullName, { strong: true }),
      field('Trường', schoolNameAfterLabel(school.name)),
      field('Xã (Phường, Thị trấn)', school.communeName),
      field('Tỉnh (Thành phố)', school.provinceName),
    ],
    digital: {
      qr: qrCodeSvg(rendition.lookupUrl),
      lookupUrl: rendition.lookupUrl,
      rows: digitalRows(rendition.sheet, rendition),
    },
  };
}

function digitalRows(sheet: PrimaryYearSheet, rendition: YearSheetRendition): [string, string][] {
  return [
    ['Mã số tra cứu học bạ', sheet.lookupCode],
    ['Mã định danh học bạ', sheet.recordId],
    ['Phiên bản', `${sheet.version} (năm học ${formatSchoolYear(sheet.schoolYear)})`],
    ['Ngày hiệu lực', 'kể từ ngày chốt dữ liệu; tra cứu tại cổng'],
    ['Địa chỉ tra cứu', rendition.lookupUrl],
    ['SHA-256 của hocba.xml', rendition.xmlDigestHex.match(/.{1,8}/g)?.join(' ') ?? ''],
  ];
}
