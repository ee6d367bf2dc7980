import type { YearSheet } from '../../year-sheet.ts';
import { type LostValue, nameOfSheet } from '../record-serializer.ts';
import { valuesOfSheet } from '../values-of-sheet.ts';
import type { NationalCell } from './national-table.ts';

/** Every value of the sheet that stands in no cell, in part of one, or as a code of ours. `tables`: the cells of each. */
export function lostValues(sheet: YearSheet, tables: readonly (readonly NationalCell[])[]): readonly LostValue[] {
  const name = nameOfSheet(sheet);
  return [...valuesOfSheet(sheet)].flatMap(([path, values]) => {
    const holding = tables.map((cells) => cells.filter((cell) => cell.carries === path && cell.value !== null));
    // A value may stand in several tables: the one that has most of them counts.
    const most = (counts: (cell: NationalCell) => boolean) =>
      Math.min(values, Math.max(0, ...holding.map((cells) => cells.filter(counts).length)));
    const loss = (kind: LostValue['loss'], count: number, why: string): LostValue[] =>
      count === 0
        ? []
        : [{ sheet: name, path, loss: kind, values: count, sentence: `${path}: ${count} giá trị ${why}.` }];
    return [
      ...loss('not-carried', values - most(() => true), 'không có chỗ trong bảng'),
      ...loss(
        'shortened',
        most(({ shortened }) => shortened),
        'bị cắt cho vừa độ dài của cột',
      ),
      ...loss(
        'own-code',
        most(({ ownCode }) => ownCode),
        'ghi bằng mã của Hocba vì chưa có danh mục của Bộ',
      ),
    ];
  });
}
