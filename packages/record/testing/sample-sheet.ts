import {
  coreQualities,
  generalCompetences,
  type PrimarySubject,
  type PrimarySubjectResult,
  type PrimaryYearSheet,
  primarySubjects,
  type Score,
  specificCompetences,
} from '../src/index.ts';

const scores: Partial<Record<PrimarySubject, number>> = {
  vietnamese: 90,
  mathematics: 100,
  foreignLanguage: 90,
  informatics: 90,
  technology: 100,
};
const notTaught: readonly PrimarySubject[] = ['historyGeography', 'science', 'ethnicLanguage'];

function subjectRow(subject: PrimarySubject): PrimarySubjectResult {
  const taught = !notTaught.includes(subject);
  return {
    subject,
    level: taught ? 'completedWell' : null,
    score: (scores[subject] as Score | undefined) ?? null,
    comment: taught ? 'Em nắm vững kiến thức, vận dụng tốt; đọc < 60 tiếng/phút & viết đúng.\nCần phát huy.' : '',
    supplementary: null,
    responsible: taught ? 'homeroomTeacher' : null,
  };
}

const good = <Name extends string>({ id }: { id: Name }) => ({ name: id, level: 'good', supplementary: null }) as const;

/** An invented pupil of grade 3 whose year went well. */
export const sampleSheet: PrimaryYearSheet = {
  schoolLevel: 'primary',
  circular: 'TT27/2020',
  recordId: '0123456789abcdef0123456789abcdef',
  lookupCode: 'fedcba9876543210fedcba9876543210',
  version: 1,
  schoolYear: '2025-2026',
  grade: 3,
  className: '3A',
  school: {
    schoolId: '94000123',
    name: 'Trường Tiểu học Sao Mai',
    communeCode: '31201',
    communeName: 'Phường Bình Minh',
    provinceCode: '92',
    provinceName: 'Thành phố Cần Thơ',
  },
  student: {
    studentId: '0940001234',
    fullName: 'Thạch Thị Ngọc Ánh',
    gender: 'female',
    birthDate: '2017-03',
    birthPlace: 'Cần Thơ',
    ethnicityCode: '05',
    nationality: 'Việt Nam',
    homeTown: null,
    address: 'Ấp 2, phường Bình Minh',
    fatherName: 'Thạch Văn Sơn',
    motherName: null,
    guardianName: null,
    personalId: '094317001234',
    personalIdStatus: 'official',
    disability: false,
    individualEducationPlan: false,
  },
  carriedOverOn: '2026-05-28',
  placeOfIssue: 'Cần Thơ',
  heightTenths: 1285,
  weightTenths: 260,
  absentWithLeave: 2,
  absentWithoutLeave: 0,
  subjects: primarySubjects.map(({ id }) => subjectRow(id)),
  qualitiesAndCompetences: {
    qualities: coreQualities.map(good),
    qualitiesComment: 'Chăm ngoan, biết giúp đỡ bạn.',
    generalCompetences: generalCompetences.map(good),
    generalCompetencesComment: 'Tự giác học tập.',
    specificCompetences: specificCompetences.map(good),
    specificCompetencesComment: '',
  },
  conclusion: {
    educationResult: 'completedOutstandingly',
    firstEducationResult: null,
    gradeCompleted: true,
    promoted: true,
    primaryCompleted: false,
    commendations: ['Học sinh Xuất sắc'],
  },
  signatories: [
    { slot: 'homeroomTeacher', name: 'Lâm Thị Hồng', position: 'Giáo viên', staffId: 'GV0007' },
    { slot: 'principal', name: 'Trần Minh Đức', position: 'Hiệu trưởng', staffId: 'GV0001' },
    { slot: 'organisationSeal', name: 'Trường Tiểu học Sao Mai', position: 'Cơ sở giáo dục', staffId: '94000123' },
  ],
};

/** The same pupil where two specialist teachers sign their own rows. */
export const perSubjectSheet: PrimaryYearSheet = {
  ...sampleSheet,
  subjects: sampleSheet.subjects.map((row, index) =>
    row.subject === 'foreignLanguage' || row.subject === 'music'
      ? { ...row, responsible: `subjectTeacher-${index + 1}` as const }
      : row,
  ),
  signatories: [
    { slot: 'subjectTeacher-3', name: 'Ngô Bảo Châm', position: 'Giáo viên', staffId: 'GV0021' },
    { slot: 'subjectTeacher-11', name: 'Danh Sóc Kha', position: 'Giáo viên', staffId: 'GV0022' },
    ...sampleSheet.signatories,
  ],
};
