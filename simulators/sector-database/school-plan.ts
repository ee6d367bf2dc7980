import type { EthnicGroupName } from './names.ts';
import type { Grade, SchoolFacts } from './school-data.ts';

/** What is decided about a school before chance fills it. */
export interface SchoolPlan {
  readonly facts: SchoolFacts;
  /** Five digits that start every code the school's people carry. */
  readonly codePrefix: string;
  readonly mailDomain: string;
  /** Login names are unique in the whole sector database. */
  readonly loginSuffix: string;
  /** First three of the six free digits of its pupils' personal ids; no two schools share them. */
  readonly personalIdSeries: string;
  readonly classesPerGrade: ReadonlyMap<Grade, number>;
  /** Pupils still there at the year's end. */
  readonly pupils: number;
  readonly specialists: Readonly<Record<SpecialistField, number>>;
  readonly ethnicGroups: readonly (readonly [EthnicGroupName, number])[];
  /** Classes that learn the ethnic language, by letter. */
  readonly ethnicLanguageLetters: readonly string[];
  readonly hamlets: readonly string[];
}

export type SpecialistField =
  | 'foreignLanguage'
  | 'informaticsTechnology'
  | 'music'
  | 'fineArts'
  | 'physicalEducation'
  | 'ethnicLanguage';

/**
 * The reference school: 27 classes, 847 pupils. School, commune and people are invented;
 * the province code is real, the commune code has the right shape and belongs to no commune.
 */
export const referencePlan: SchoolPlan = {
  facts: {
    schoolId: '92000901',
    name: 'Trường Tiểu học Hương Sen',
    communeCode: '31990',
    communeName: 'Xã Tân Hương Sen',
    provinceCode: '92',
    provinceName: 'Thành phố Cần Thơ',
    schoolYear: '2025-2026',
  },
  codePrefix: '92090',
  mailDomain: 'th-huongsen.example',
  loginSuffix: '',
  personalIdSeries: '000',
  classesPerGrade: new Map<Grade, number>([
    [1, 6],
    [2, 5],
    [3, 5],
    [4, 5],
    [5, 6],
  ]),
  pupils: 847,
  specialists: {
    foreignLanguage: 4,
    informaticsTechnology: 3,
    music: 2,
    fineArts: 2,
    physicalEducation: 3,
    ethnicLanguage: 1,
  },
  ethnicGroups: [
    ['kinh', 66],
    ['khmer', 24],
    ['hoa', 7],
    ['cham', 1.5],
    ['ede', 0.8],
    ['tay', 0.7],
  ],
  ethnicLanguageLetters: ['A'],
  hamlets: ['Ấp Sen Vàng', 'Ấp Bào Sen', 'Ấp Trà Rôm', 'Ấp Phú Thới', 'Ấp Cây Dừa', 'Ấp Tân Lộc'],
};

/** A second tenant of the same install, invented as well: four classes. */
export const secondPlan: SchoolPlan = {
  facts: {
    schoolId: '92000902',
    name: 'Trường Tiểu học Cồn Bần',
    communeCode: '31991',
    communeName: 'Xã Cồn Bần',
    provinceCode: '92',
    provinceName: 'Thành phố Cần Thơ',
    schoolYear: '2025-2026',
  },
  codePrefix: '92091',
  mailDomain: 'th-conban.example',
  loginSuffix: '.conban',
  personalIdSeries: '001',
  classesPerGrade: new Map<Grade, number>([
    [1, 1],
    [2, 1],
    [3, 1],
    [5, 1],
  ]),
  pupils: 96,
  specialists: {
    foreignLanguage: 1,
    informaticsTechnology: 1,
    music: 1,
    fineArts: 1,
    physicalEducation: 1,
    ethnicLanguage: 0,
  },
  ethnicGroups: [
    ['kinh', 80],
    ['khmer', 15],
    ['hoa', 5],
  ],
  ethnicLanguageLetters: [],
  hamlets: ['Ấp Cồn Trên', 'Ấp Cồn Dưới', 'Ấp Bần Ổi'],
};
