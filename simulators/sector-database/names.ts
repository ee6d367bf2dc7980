import type { Gender } from './school-data.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface EthnicGroup {
  /** Danh mục dân tộc, two digits. */
  readonly code: string;
  readonly label: string;
}

interface NameLists {
  readonly families: readonly (readonly [string, number])[];
  readonly male: readonly string[];
  readonly female: readonly string[];
}

export const ethnicGroups = {
  kinh: { code: '01', label: 'Kinh' },
  tay: { code: '02', label: 'Tày' },
  hoa: { code: '04', label: 'Hoa' },
  khmer: { code: '05', label: 'Khơ-me' },
  ede: { code: '12', label: 'Ê-đê' },
  cham: { code: '17', label: 'Chăm' },
} as const satisfies Record<string, EthnicGroup>;

export type EthnicGroupName = keyof typeof ethnicGroups;

const kinhMale =
  'Gia Bảo|Minh Khang|Tuấn Kiệt|Đăng Khoa|Quốc Huy|Thiên Phúc|Hoàng Long|Minh Quân|Nhật Minh|Trọng Nhân|Phúc Thịnh|Hữu Nghĩa|Văn Hậu|Chí Thiện|Anh Tú|Đức Anh|Hải Đăng|Bảo Long|Khánh Duy|Tấn Phát|Thanh Tùng|Duy Mạnh|Thành Đạt|Ngọc Sơn|Quang Vinh|Trung Hiếu|Hoài Nam|Minh Trí|Gia Hưng|Phước Lộc|Thái Bình|Công Danh'.split(
    '|',
  );
const kinhFemale =
  'Ngọc Hân|Bảo Ngọc|Thùy Dương|Khánh Linh|Gia Hân|Phương Anh|Thị Kim Ngân|Như Ý|Thanh Trúc|Thị Mỹ Duyên|Tường Vy|Minh Thư|Yến Nhi|Cẩm Tú|Hồng Nhung|Thu Thảo|Thảo Nguyên|Kim Chi|Anh Thư|Diễm My|Hoài Thương|Mai Phương|Ngọc Trâm|Quỳnh Như|Thị Huyền Trân|Trúc Linh|Ánh Dương|Thị Bích Trâm|Lan Anh|Tuyết Nhi|Phương Nghi|Hải Yến'.split(
    '|',
  );

const nameLists: Readonly<Record<Exclude<EthnicGroupName, 'ede'>, NameLists>> = {
  kinh: {
    families: [
      ['Nguyễn', 30],
      ['Trần', 12],
      ['Lê', 10],
      ['Phạm', 7],
      ['Huỳnh', 7],
      ['Võ', 5],
      ['Phan', 5],
      ['Trương', 4],
      ['Bùi', 3],
      ['Đặng', 3],
      ['Ngô', 3],
      ['Hồ', 2],
      ['Dương', 2],
      ['Đỗ', 2],
      ['Lương', 1],
      ['Cao', 1],
      ['Mai', 1],
      ['Tạ', 1],
    ],
    male: kinhMale,
    female: kinhFemale,
  },
  khmer: {
    families: [
      ['Thạch', 6],
      ['Sơn', 5],
      ['Kim', 4],
      ['Danh', 4],
      ['Lâm', 3],
      ['Lý', 2],
      ['Liêu', 2],
      ['Kiên', 2],
      ['Trà', 1],
      ['Châu', 1],
    ],
    male: 'Sa Rây|Phi Rum|Chanh Đa|Sô Khom|Rách Tha|Minh Đa|Sà Vuône|Đa Ra|Vi Sal|Hoàng Thi|Sô Ry|Pha Ni'.split('|'),
    female:
      'Thị Sô Phia|Thị Sô Phôn|Thị Chanh Thu|Thị Đa Ni|Thị Sa Vy|Sô Ma Ly|Thị Bô Pha|Thị Rây Na|Thị Sô Thia|Sóc Kha|Thị Na Ry|Thị Sa Mol'.split(
        '|',
      ),
  },
  hoa: {
    families: [
      ['Lâm', 4],
      ['Quách', 3],
      ['Trịnh', 3],
      ['Tô', 2],
      ['Vương', 2],
      ['Lưu', 2],
      ['Hứa', 2],
      ['Mã', 1],
      ['Thái', 1],
      ['Tăng', 1],
    ],
    male: 'Gia Hào|Chí Cường|Vĩnh Phát|Kiến Thành|Chấn Huy|Tuấn Vĩ|Hạo Nhiên|Quốc Vinh|Bá Lợi|Thế Kiệt'.split('|'),
    female: 'Mỹ Linh|Bội Nghi|Tuệ Mẫn|Tú Anh|Mỹ Phụng|Gia Mẫn|Uyển Nhi|Ngọc Bình|Lệ Quyên|Tiểu My'.split('|'),
  },
  cham: {
    families: [
      ['Châu', 2],
      ['Du', 1],
      ['Mách', 1],
      ['Trà', 1],
    ],
    male: 'Sa Lim|Mách Sa Lês|Ha San|A Mích|Du Sô'.split('|'),
    female: 'Sa Ki Nah|Ma Ri Dam|Ha Li Mah|Rô Phi Ah|Ma Ly'.split('|'),
  },
  tay: {
    families: [
      ['Nông', 3],
      ['Hoàng', 3],
      ['Vi', 1],
      ['Lương', 1],
      ['Bế', 1],
    ],
    male: 'Văn Páo|Minh Chiến|Đức Tài|Quốc Khánh'.split('|'),
    female: 'Thị Lả|Thu Hoài|Thị Nhình|Bích Diệp'.split('|'),
  },
};

const edeFamilies = ['Niê', 'Mlô', 'Êban', 'Byă', 'Ayŭn', 'Kbuôr'];
const edeMale = ['Y Thuyên', 'Y Khoa', 'Y Phong', 'Y Blin', 'Y Sa Muel'];
const edeFemale = ["H'Linh", "H'Nga", "H'Rê Bê Ka", "H'Mai", "H'Đuyên"];

/** A believable, invented full name; Ê-đê names end with the family name. */
export function inventName(random: SeededRandom, group: EthnicGroupName, gender: Gender): string {
  if (group === 'ede') return `${random.pick(gender === 'male' ? edeMale : edeFemale)} ${random.pick(edeFamilies)}`;
  const lists = nameLists[group];
  return `${random.pickWeighted(lists.families)} ${random.pick(gender === 'male' ? lists.male : lists.female)}`;
}

const kinhFathers =
  'Văn Hải|Văn Thành|Hữu Tài|Văn Lượm|Thanh Hùng|Văn Bé Năm|Quốc Toàn|Hoàng Dũng|Văn Tèo|Minh Đức|Văn Phước|Thanh Sang|Văn Lợi|Trung Kiên|Văn Đực|Ngọc Thạch'.split(
    '|',
  );
const kinhMothers =
  'Thị Lan|Thị Hồng Gấm|Thị Út|Thị Bé Sáu|Kim Thoa|Thị Ngọc Giàu|Thị Diễm|Thị Mỹ Lệ|Cẩm Loan|Thị Thúy Kiều|Thị Nga|Thị Hồng Đào|Thị Tím|Thị Thu Cúc|Bích Thủy|Thị Xuân Mai'.split(
    '|',
  );

/** On the father's side the family name is the child's. */
export function inventParentName(random: SeededRandom, group: EthnicGroupName, parent: ParentOf): string {
  const { gender, childName } = parent;
  if (group === 'ede') return inventName(random, group, gender);
  const lists = nameLists[group];
  const family = gender === 'male' ? (childName.split(' ')[0] ?? '') : random.pickWeighted(lists.families);
  const ownLists = gender === 'male' ? lists.male : lists.female;
  const given = group === 'kinh' || group === 'tay' ? (gender === 'male' ? kinhFathers : kinhMothers) : ownLists;
  return `${family} ${random.pick(given.filter((name) => !childName.endsWith(name)))}`;
}

export interface ParentOf {
  readonly childName: string;
  readonly gender: Gender;
}

const teacherMale = 'Văn Hòa|Thanh Phong|Minh Tâm|Quốc Việt|Hữu Phước|Văn Út|Hoàng Nam|Thanh Liêm|Trường Giang'.split(
  '|',
);
const teacherFemale =
  'Thị Thanh Thủy|Thị Hồng Hạnh|Ngọc Diệp|Thị Bé Ba|Thị Lệ Hằng|Thị Mỹ Hạnh|Kim Loan|Thị Thu Hà|Thị Cẩm Hồng|Bích Liên|Thị Diễm Thúy|Thị Ngọc Ánh|Tuyết Mai|Thị Phương Thảo|Thị Hoa'.split(
    '|',
  );

export function inventTeacherName(random: SeededRandom, group: 'kinh' | 'khmer' | 'hoa', gender: Gender): string {
  const given = random.pick(gender === 'male' ? teacherMale : teacherFemale);
  return `${random.pickWeighted(nameLists[group].families)} ${given}`;
}
