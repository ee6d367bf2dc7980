import type { YearSheet } from '../../year-sheet.ts';
import { codeOf, countryCode, cutAt, guessed, likely, sure } from './columns.ts';
import { type NationalColumn, type NationalTable, type PartOf, partTable, type SheetToSend } from './national-table.ts';

type Person = NationalColumn<PartOf<SheetToSend, YearSheet['student']>>;

const name: Person = sure('hovaten', 'Họ và tên', {
  value: ({ part }) => part.fullName,
  ...cutAt(150),
  carries: 'student.fullName',
});
const birthDate: Person = likely(
  'ngaysinh',
  'NNNN-TT-NN, NNNN-TT hoặc NNNN, như sổ bộ ghi; bảng cho phép ngày không đủ',
  { value: ({ part }) => part.birthDate, carries: 'student.birthDate' },
);

/** `_nguoivn` and `_congdannuocngoai` under the table of records `parent`: each pupil stands in one of them. */
export function personTables(parent: string): readonly NationalTable<YearSheet>[] {
  const vietnamese = ({ student }: YearSheet) => student.nationality === 'Việt Nam';
  return [
    partTable<YearSheet, YearSheet['student']>(
      `${parent}_nguoivn`,
      { of: (sheet) => (vietnamese(sheet) ? [sheet.student] : []) },
      [
        sure('sodinhdanh', 'Số định danh cá nhân; bỏ trống khi chỉ có mã tạm', {
          value: ({ part }) => officialId(part),
          ...codeOf(12),
          carries: 'student.personalId',
        }),
        name,
        birthDate,
      ],
    ),
    partTable<YearSheet, YearSheet['student']>(
      `${parent}_congdannuocngoai`,
      { of: (sheet) => (vietnamese(sheet) ? [] : [sheet.student]) },
      [
        guessed('sogiaytoxnc', 'Số giấy tờ xuất nhập cảnh: số định danh ghi trong học bạ, khi không phải mã tạm', {
          value: ({ part }) => officialId(part),
          carries: 'student.personalId',
        }),
        likely('quoctich', 'Mã nước, 3 ký tự', {
          value: ({ of, part }) => countryCode(part.nationality, of.options),
          ...codeOf(3),
          carries: 'student.nationality',
        }),
        name,
        birthDate,
      ],
    ),
  ];
}

function officialId({ personalId, personalIdStatus }: YearSheet['student']): string | null {
  return personalIdStatus === 'official' ? personalId : null;
}
