import { findEthnicGroup, findEthnicGroupByName } from '@hocba/record';
import type { RowFields } from './row-fields.ts';
import type { TableRow } from './table-row.ts';

type EthnicityKey = 'ethnicityCode' | 'ethnicity';

/** Not known, as the catalogue codes it. */
const unknownCode = '99';

/** Mã dân tộc, by code or else by name; a number that lost its zero counts as the code. */
export function readEthnicity<Key extends string>(
  row: TableRow<Key | EthnicityKey>,
  fields: RowFields<Key | EthnicityKey>,
): string {
  const code = row.line('ethnicityCode')?.padStart(2, '0') ?? null;
  const name = row.line('ethnicity');
  const found = code === null ? findEthnicGroupByName(name ?? '') : findEthnicGroup(code);
  if (found) return found.code;
  if (code !== null) {
    const sentence = `mã dân tộc “${code}” không có trong danh mục. Hãy ghi mã hai chữ số từ 01 đến 55.`;
    fields.report('ethnicityCode', 'valueInvalid', sentence);
  } else if (name !== null) {
    const sentence = `dân tộc “${name}” không có trong danh mục. Hãy ghi đúng tên hoặc thêm mã dân tộc.`;
    fields.report('ethnicity', 'valueInvalid', sentence);
  }
  return unknownCode;
}
