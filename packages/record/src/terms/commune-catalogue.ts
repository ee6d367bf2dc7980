import type { CalendarDate } from '../partial-date.ts';
import { type CommuneKind, communeCountsOn, communesOfProvince } from './commune-counts.ts';
import { provinces } from './province.ts';

/** Xã, phường, đặc khu. Key by code and day: names repeat and change. */
export interface Commune {
  readonly code: string;
  /** With its kind: "Xã Mường La". */
  readonly label: string;
  readonly kind: CommuneKind;
  readonly provinceCode: string;
}

export interface CommuneCatalogue {
  readonly communes: ReadonlyMap<string, Commune>;
  readonly validFrom: CalendarDate;
  /** Document and day of the table. */
  readonly source: string;
}

export interface CatalogueProblem {
  /** Line of the table, from 1; 0: the table as a whole. */
  readonly line: number;
  readonly sentence: string;
}

export type CatalogueImport =
  | { readonly catalogue: CommuneCatalogue; readonly warnings: readonly CatalogueProblem[] }
  | { readonly problems: readonly CatalogueProblem[] };

const heads = {
  code: ['mã', 'mã xã', 'mã px', 'mã phường xã', 'mã đơn vị hành chính cấp xã'],
  label: ['tên', 'tên xã', 'phường xã', 'tên phường xã', 'tên đơn vị hành chính cấp xã'],
  kind: ['cấp', 'loại', 'loại hình'],
  provinceCode: ['mã tp', 'mã tỉnh', 'mã tỉnh thành phố', 'mã tỉnh tp'],
  provinceName: ['tỉnh thành phố', 'tên tỉnh', 'tỉnh', 'tên tỉnh thành phố'],
} as const;
type Column = keyof typeof heads;

const kinds: readonly CommuneKind[] = ['Xã', 'Phường', 'Đặc khu'];

/**
 * Takes over the statistics office's table of communes, as rows of text from CSV or a sheet. Strict: one bad row refuses
 * the table with the list of everything wrong; codes are five digits as text, a zero that was lost is not guessed at.
 */
export function importCommunes(
  rows: readonly (readonly string[])[],
  { validFrom, source }: Pick<CommuneCatalogue, 'validFrom' | 'source'>,
): CatalogueImport {
  const header = rows.findIndex((row) => columnOf(row, 'code') !== -1 && columnOf(row, 'label') !== -1);
  const head = rows[header];
  if (head === undefined)
    return {
      problems: [
        { line: 0, sentence: 'Không tìm thấy dòng tiêu đề có cột Mã và cột Tên: chọn đúng trang của bảng danh mục.' },
      ],
    };
  const cellOf = (row: readonly string[], column: Column) =>
    (row[columnOf(head, column)] ?? '').normalize('NFC').trim();
  const communes = new Map<string, Commune>();
  const problems: CatalogueProblem[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= header || row.every((cell) => cell.trim() === '')) continue;
    const commune = communeOf((column) => cellOf(row, column));
    const wrong = faultsOf(commune, communes.has(commune.code));
    problems.push(...wrong.map((sentence) => ({ line: index + 1, sentence })));
    const [kind] = kinds.filter((known) => known === commune.kind);
    if (wrong.length === 0 && kind !== undefined) communes.set(commune.code, { ...commune, kind });
  }
  if (problems.length > 0) return { problems };
  return { catalogue: { communes, validFrom, source }, warnings: countWarnings([...communes.values()], validFrom) };
}

type ReadCommune = Omit<Commune, 'kind'> & { readonly kind: string };

function communeOf(cell: (column: Column) => string): ReadCommune {
  const label = cell('label');
  const stated = kinds.find((kind) => kind.toLowerCase() === cell('kind').toLowerCase());
  const inName = kinds.find((kind) => label.toLowerCase().startsWith(`${kind.toLowerCase()} `));
  const kind = inName ?? stated ?? '';
  const name = cell('provinceName').toLowerCase();
  const named = provinces.find(
    (province) => name !== '' && province.label.toLowerCase().endsWith(name.replace(/^tp\.? /, '')),
  );
  const provinceCode = cell('provinceCode') || (named?.code ?? '');
  return {
    code: cell('code'),
    label: inName === undefined && kind !== '' ? `${kind} ${label}` : label,
    kind,
    provinceCode,
  };
}

function faultsOf({ code, label, kind, provinceCode }: ReadCommune, known: boolean): readonly string[] {
  return [
    ...(/^\d{5}$/.test(code)
      ? []
      : [`Mã “${code}” không phải năm chữ số: định dạng cột mã là văn bản để giữ số 0 ở đầu.`]),
    ...(known ? [`Mã ${code} đã có ở một dòng trước.`] : []),
    ...(label === '' ? ['Thiếu tên đơn vị.'] : []),
    ...(kind === '' ? [`“${label}” không ghi là xã, phường hay đặc khu.`] : []),
    ...(provinces.some((province) => province.code === provinceCode)
      ? []
      : [`“${label}”: mã tỉnh “${provinceCode}” không có trong 34 tỉnh, thành phố.`]),
  ];
}

function countWarnings(communes: readonly Commune[], day: CalendarDate): readonly CatalogueProblem[] {
  const { byKind, source } = communeCountsOn(day);
  const ofKinds = kinds.flatMap((kind) => {
    const count = communes.filter((commune) => commune.kind === kind).length;
    if (count === byKind[kind]) return [];
    return [
      `Bảng có ${count} ${kind.toLowerCase()}, cả nước có ${byKind[kind]} (${source}): kiểm tra bảng đã đủ chưa.`,
    ];
  });
  const ofProvinces = provinces.flatMap(({ code, label }) => {
    const count = communes.filter(({ provinceCode }) => provinceCode === code).length;
    const expected = communesOfProvince.get(code);
    return count === expected ? [] : [`${label}: bảng có ${count} đơn vị cấp xã, phải có ${expected}.`];
  });
  return [...ofKinds, ...ofProvinces].map((sentence) => ({ line: 0, sentence }));
}

function columnOf(row: readonly string[], column: Column): number {
  const accepted: readonly string[] = heads[column];
  return row.findIndex((cell) => accepted.includes(headOf(cell)));
}

/** "Tỉnh / Thành Phố" → "tỉnh thành phố" */
function headOf(cell: string): string {
  return cell
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
