import type { SchoolingEntry } from '../../schooling-entry.ts';
import type { YearSheet } from '../../year-sheet.ts';
import { guessed } from './columns.ts';
import { type NationalTable, partTable } from './national-table.ts';

/** `_quatrinhhoctap` under the table of records `parent`. */
export function schoolingTable(parent: string): NationalTable<YearSheet> {
  return partTable<YearSheet, SchoolingEntry>(`${parent}_quatrinhhoctap`, { of: ({ schooling = [] }) => schooling }, [
    guessed('namhoc', 'Năm học', { value: ({ part }) => part.schoolYear, carries: 'schooling[].schoolYear' }),
    guessed('lop', 'Lớp', { value: ({ part }) => part.className, carries: 'schooling[].className' }),
    guessed('tentruong', 'Tên trường', { value: ({ part }) => part.schoolName, carries: 'schooling[].schoolName' }),
    guessed('diadanh', 'Xã (huyện), tỉnh, như ghi khi ấy', {
      value: ({ part }) => part.place,
      carries: 'schooling[].place',
    }),
    guessed('sodangbo', 'Số đăng bộ', {
      value: ({ part }) => part.registerNumber,
      carries: 'schooling[].registerNumber',
    }),
    guessed('ngaynhaphoc', 'Ngày nhập học hoặc chuyển đến', {
      value: ({ part }) => part.enteredOn,
      carries: 'schooling[].enteredOn',
    }),
  ]);
}
