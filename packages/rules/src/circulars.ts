/** Thông tư. The year is part of the name: "TT22" means two different circulars. */
export type CircularId =
  | 'TT30/2014'
  | 'TT22/2016'
  | 'TT27/2020'
  | 'TT58/2011'
  | 'TT26/2020'
  | 'TT22/2021'
  | 'TT43/2021';

export type Programme = 'generalEducation' | 'continuingEducation';
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export interface Circular {
  readonly id: CircularId;
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  /** Ngày có hiệu lực, as law libraries give it; a year already begun is governed as `from` says. */
  readonly effectiveOn: string;
  readonly programme: Programme;
  /** First school year (its first calendar year) in which it governs the grade. */
  readonly from: Readonly<Partial<Record<Grade, number>>>;
  readonly source: string;
  /** Whether {@link evaluateYear} computes by it. */
  readonly computed: boolean;
  /** Where it does not: the reason, for people. */
  readonly notComputedBecause?: string;
}

const asOnPaper = 'Năm học cũ, số hoá từ học bạ giấy: ghi đúng như bản giấy, phần mềm không tính lại.';

function sameYear(grades: readonly Grade[], year: number): Readonly<Partial<Record<Grade, number>>> {
  return Object.fromEntries(grades.map((grade) => [grade, year]));
}

const primary = [1, 2, 3, 4, 5] as const;
const secondary = [6, 7, 8, 9, 10, 11, 12] as const;
const secondaryRoadmap = { 6: 2021, 7: 2022, 8: 2023, 9: 2024, 10: 2022, 11: 2023, 12: 2024 } as const;

/** Which circular governs which grade from which school year on. The latest that has begun governs. */
export const circulars: readonly Circular[] = [
  {
    id: 'TT30/2014',
    number: '30/2014/TT-BGDĐT',
    title: 'Quy định đánh giá học sinh tiểu học',
    issuedOn: '2014-08-28',
    effectiveOn: '2014-10-15',
    programme: 'generalEducation',
    from: sameYear(primary, 2014),
    source: 'TT27/2020 Đ3 (văn bản được thay thế)',
    computed: false,
    notComputedBecause: asOnPaper,
  },
  {
    id: 'TT22/2016',
    number: '22/2016/TT-BGDĐT',
    title: 'Sửa đổi, bổ sung Quy định đánh giá học sinh tiểu học ban hành kèm theo Thông tư 30/2014/TT-BGDĐT',
    issuedOn: '2016-09-22',
    effectiveOn: '2016-11-06',
    programme: 'generalEducation',
    from: sameYear(primary, 2016),
    source: 'TT27/2020 Đ3 (văn bản được thay thế)',
    computed: false,
    notComputedBecause: asOnPaper,
  },
  {
    id: 'TT27/2020',
    number: '27/2020/TT-BGDĐT',
    title: 'Quy định đánh giá học sinh tiểu học',
    issuedOn: '2020-09-04',
    effectiveOn: '2020-10-20',
    programme: 'generalEducation',
    from: { 1: 2020, 2: 2021, 3: 2022, 4: 2023, 5: 2024 },
    source: 'TT27/2020 Đ2 (lộ trình áp dụng)',
    computed: true,
  },
  {
    id: 'TT58/2011',
    number: '58/2011/TT-BGDĐT',
    title: 'Quy chế đánh giá, xếp loại học sinh trung học cơ sở và học sinh trung học phổ thông',
    issuedOn: '2011-12-12',
    effectiveOn: '2012-01-26',
    programme: 'generalEducation',
    from: sameYear(secondary, 2011),
    source: 'TT22/2021 Đ21 (văn bản được thay thế theo lộ trình)',
    computed: false,
    notComputedBecause: asOnPaper,
  },
  {
    id: 'TT26/2020',
    number: '26/2020/TT-BGDĐT',
    title: 'Sửa đổi, bổ sung Quy chế ban hành kèm theo Thông tư 58/2011/TT-BGDĐT',
    issuedOn: '2020-08-26',
    effectiveOn: '2020-10-11',
    programme: 'generalEducation',
    from: sameYear(secondary, 2020),
    source: 'TT22/2021 Đ21 (văn bản được thay thế theo lộ trình)',
    computed: false,
    notComputedBecause: asOnPaper,
  },
  {
    id: 'TT22/2021',
    number: '22/2021/TT-BGDĐT',
    title: 'Quy định về đánh giá học sinh trung học cơ sở và học sinh trung học phổ thông',
    issuedOn: '2021-07-20',
    effectiveOn: '2021-09-05',
    programme: 'generalEducation',
    from: secondaryRoadmap,
    source: 'TT22/2021 Đ21 (lộ trình áp dụng)',
    computed: true,
  },
  {
    id: 'TT43/2021',
    number: '43/2021/TT-BGDĐT',
    title: 'Quy định về đánh giá học viên học Chương trình giáo dục thường xuyên cấp THCS và cấp THPT',
    issuedOn: '2021-12-30',
    effectiveOn: '2022-02-14',
    programme: 'continuingEducation',
    from: secondaryRoadmap,
    source: 'TT43/2021 (lộ trình áp dụng như TT22/2021)',
    computed: false,
    notComputedBecause:
      'Ngưỡng xếp mức của Thông tư 43/2021/TT-BGDĐT chưa được xác nhận từ văn bản: phần mềm không tính mức, trung tâm nhập kết quả đã xét.',
  },
];

export interface YearOfStudy {
  readonly grade: Grade;
  /** "2025-2026" */
  readonly schoolYear: string;
  readonly programme?: Programme;
}

/** The circular in force for this grade in this school year; undefined before the earliest one known here. */
export function findCircular({ grade, schoolYear, programme = 'generalEducation' }: YearOfStudy): Circular | undefined {
  const begins = firstCalendarYear(schoolYear);
  if (begins === undefined) return undefined;
  return circulars
    .filter((circular) => circular.programme === programme && (circular.from[grade] ?? Infinity) <= begins)
    .toSorted((a, b) => (b.from[grade] ?? 0) - (a.from[grade] ?? 0))
    .at(0);
}

/** 2025 for "2025-2026"; undefined unless it is two consecutive years. */
export function firstCalendarYear(schoolYear: string): number | undefined {
  const match = /^(\d{4})-(\d{4})$/.exec(schoolYear);
  const first = Number(match?.[1]);
  return match && Number(match[2]) === first + 1 ? first : undefined;
}
