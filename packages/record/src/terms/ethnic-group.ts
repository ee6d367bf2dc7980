/** Dân tộc: key by code, for spellings vary. @law QĐ121-TCTK/PPCĐ (1979), as administrative catalogues use it */
export interface EthnicGroup {
  readonly code: string;
  readonly label: string;
}

const names =
  'Kinh|Tày|Thái|Hoa|Khơ-me|Mường|Nùng|HMông|Dao|Gia-rai|Ngái|Ê-đê|Ba-na|Xơ-đăng|Sán Chay|Cơ-ho|Chăm|Sán Dìu|Hrê|' +
  'Mnông|Ra-glai|Xtiêng|Bru-Vân Kiều|Thổ|Giáy|Cơ-tu|Gié-Triêng|Mạ|Khơ-mú|Co|Ta-ôi|Chơ-ro|Kháng|Xinh-mun|Hà Nhì|' +
  'Chu-ru|Lào|La Chí|La Ha|Phù Lá|La Hủ|Lự|Lô Lô|Chứt|Mảng|Pà Thẻn|Cơ Lao|Cống|Bố Y|Si La|Pu Péo|Brâu|Ơ Đu|Rơ-măm|' +
  'Người nước ngoài';

/** The 54 groups, `55` for foreigners, `99` not known. */
export const ethnicGroups: readonly EthnicGroup[] = [
  ...names.split('|').map((label, index) => ({ code: String(index + 1).padStart(2, '0'), label })),
  { code: '99', label: 'Không rõ' },
];

/** Other spellings met in registers. */
const variants = new Map([
  ['việt', '01'],
  ['kinh (việt)', '01'],
  ['hán', '04'],
  ['khmer', '05'],
  ['khơ me', '05'],
  ['mông', '08'],
  ["h'mông", '08'],
  ['hmông', '08'],
  ['mèo', '08'],
  ['gia rai', '10'],
  ['jrai', '10'],
  ['ê đê', '12'],
  ['êđê', '12'],
  ['ba na', '13'],
  ['bahnar', '13'],
  ['xơ đăng', '14'],
  ['cao lan', '15'],
  ['sán chỉ', '15'],
  ['chàm', '17'],
  ["m'nông", '20'],
  ['cờ lao', '47'],
  ['rơ măm', '54'],
]);

export function findEthnicGroup(code: string): EthnicGroup | undefined {
  return ethnicGroups.find((group) => group.code === code);
}

/** By official label or a spelling met in registers, whatever the case; undefined for a stranger. */
export function findEthnicGroupByName(name: string): EthnicGroup | undefined {
  const wanted = name.normalize('NFC').trim().toLowerCase().replaceAll('’', "'");
  const variant = variants.get(wanted);
  if (variant !== undefined) return findEthnicGroup(variant);
  return ethnicGroups.find((group) => group.label.toLowerCase() === wanted);
}
