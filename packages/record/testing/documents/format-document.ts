/**
 * Writes the tables of docs/formats/record-xml.md from the schema and the tables of wire names.
 * Run: node packages/record/testing/documents/format-document.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rootNames } from '../../src/index.ts';
import { wireNames } from '../../src/xml/names/wire-names.ts';
import { complexTypes, type DeclaredElement, simpleTypes } from './read-schema.ts';

const page = new URL('../../../../docs/formats/record-xml.md', import.meta.url);
const begin =
  '<!-- Viết bằng node packages/record/testing/documents/format-document.ts từ lược đồ; đừng sửa tay từ đây. -->';

/** The table of names an element of a type belongs to, where the type is not of a part every sheet has. */
const tableOfType: Readonly<Record<string, string>> = {
  Truong: 'school',
  HocSinh: 'student',
  HocSinhTrungHoc: 'secondaryStudent',
  NamDaHoc: 'schooling',
  NguoiKy: 'signatory',
  MonHocTieuHoc: 'primaryRow',
  DanhGiaBoSung: 'primaryRow',
  PhamChatNangLuc: 'qualitiesAndCompetences',
  DongPhamChat: 'ratedRow',
  DongNangLuc: 'ratedRow',
  NhanXetTieuHoc: 'primarySheet',
  KetLuanTieuHoc: 'primaryConclusion',
  DiemTrungBinh: 'yearMarks',
  MucDanhGia: 'yearMarks',
  ChuyenDe: 'studyTopic',
  NhanXetTrungHoc: 'primarySheet',
  KetLuanTrungHoc: 'secondaryConclusion',
  BonMuc: 'yearLevels',
  SoBuoiNghi: 'absence',
  MucKhenThuong: 'commendation',
  ChungChi: 'qualification',
  CuocThi: 'competition',
};

/** The page as it must be: what people wrote, then the tables. */
export function formatDocument(): string {
  const written = readFileSync(page, 'utf8').split(begin)[0] ?? '';
  return `${written}${begin}\n\n${tables()}`;
}

function tables(): string {
  const types = complexTypes();
  const order = [...new Set(Object.values(rootNames).flatMap(({ name }) => reachable(name, types)))];
  const simple = [...simpleTypes()].map(([name, allowed]) => `| \`${name}\` | ${allowed} |`).sort();
  const values = ['### Kiểu giá trị', '', '| Kiểu | Cho phép |', '|---|---|', ...simple, ''];
  return [...order.flatMap((type) => section(type, types.get(type) ?? [])), ...values].join('\n');
}

/** The complex types inside `type`, depth first, as a reader of the file meets them. */
function reachable(type: string, types: ReadonlyMap<string, readonly DeclaredElement[]>): readonly string[] {
  const elements = types.get(type);
  return elements ? [type, ...elements.flatMap((each) => reachable(each.type, types))] : [];
}

function section(type: string, elements: readonly DeclaredElement[]): readonly string[] {
  const label = Object.values(rootNames).find(({ name }) => name === type)?.label;
  return [
    label ? `## \`${type}\`: ${label}` : `### Kiểu \`${type}\``,
    '',
    '| Phần tử | Số lần | Kiểu | Ý nghĩa | Định danh trong mã |',
    '|---|---|---|---|---|',
    ...elements.map((element) => row(type, element)),
    '',
  ];
}

function row(type: string, { name, type: ofElement, occurs, explanation }: DeclaredElement): string {
  const key = identifierOf(type, name);
  return `| \`${name}\` | ${occurs} | \`${ofElement}\` | ${explanation} | ${key === undefined ? '' : `\`${key}\``} |`;
}

/** The name in code of element `name` of `type`; undefined where it only frames others. */
function identifierOf(type: string, name: string): string | undefined {
  const fields = tablesOfType(type).flatMap((table) => Object.entries(wireNames[table] ?? {}));
  return fields.find(([, wire]) => wire.name === name)?.[0];
}

function tablesOfType(type: string): readonly string[] {
  const table = tableOfType[type];
  if (table !== undefined) return [table];
  if (type.startsWith('ThongTin')) return ['general'];
  return type.startsWith('MonHoc') ? ['scoredRow', 'commentedRow'] : [];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, formatDocument());
