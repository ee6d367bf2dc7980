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
/** Where the pupil lives: the record says it in words, and no code is guessed from them. */
const residence: readonly Person[] = [
  likely('maxa', 'Mã xã; bỏ trống: học bạ ghi nơi ở bằng chữ, không ghi mã', { value: () => null, ...codeOf(5) }),
  likely('matinh', 'Mã tỉnh; bỏ trống như maxa', { value: () => null, ...codeOf(2) }),
  likely('quocgia', 'Mã nước, 3 ký tự; bỏ trống như maxa', { value: () => null, ...codeOf(3) }),
];

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
        ...residence,
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
        ...residence,
      ],
    ),
  ];
}

function officialId({ personalId, personalIdStatus }: YearSheet['student']): string | null {
  return personalIdStatus === 'official' ? personalId : null;
}
