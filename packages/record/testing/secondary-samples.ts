import {
  assessmentFormOf,
  type CommentResult,
  type ContinuingYearSheet,
  type LowerSecondaryYearSheet,
  lowerSecondaryForm,
  rowSlot,
  type SchoolingEntry,
  type Score,
  type SecondaryStudentProfile,
  type SecondarySubject,
  type SecondarySubjectResult,
  type SecondaryYearConclusion,
  type UpperSecondaryYearSheet,
  type YearMarks,
} from '../src/index.ts';
import { perSubjectSignatories } from './per-subject-signatories.ts';

const goodMarks: YearMarks<Score> = {
  first: 82 as Score,
  second: 85 as Score,
  year: 84 as Score,
  afterReassessment: null,
};
const achievedMarks: YearMarks<CommentResult> = {
  first: 'achieved',
  second: 'achieved',
  year: 'achieved',
  afterReassessment: null,
};

const variants: Partial<Record<SecondarySubject, string>> = { foreignLanguage: 'Tiếng Anh', arts: 'Âm nhạc, Mĩ thuật' };
const topics: Partial<Record<SecondarySubject, string>> = {
  mathematics: 'Phép biến hình phẳng; Lí thuyết đồ thị; Một số yếu tố vẽ kĩ thuật',
  physics: 'Trường hấp dẫn; Truyền thông tin bằng sóng vô tuyến; Mở đầu về điện tử học',
  chemistry: 'Phân bón; Trải nghiệm, thực hành hoá học hữu cơ; Dầu mỏ và chế biến dầu mỏ',
};

/** A row that went well, signed by its own teacher. */
export function secondaryRow(subject: SecondarySubject, index: number): SecondarySubjectResult {
  const row = {
    subject,
    variant: variants[subject] ?? null,
    exempted: false,
    topic: null,
    comment: 'Nắm vững kiến thức, tích cực xây dựng bài; trình bày còn vắn tắt.',
    responsible: rowSlot(index + 1),
    otherTeachers: [],
  };
  return assessmentFormOf(subject) === 'byScore'
    ? { ...row, form: 'byScore', marks: goodMarks }
    : { ...row, form: 'byComment', marks: achievedMarks };
}

/** Without the two electives. */
const lowerSubjects = lowerSecondaryForm.slice(0, 12);
const upperSubjects: readonly SecondarySubject[] = [
  'literature',
  'mathematics',
  'foreignLanguage',
  'history',
  'physicalEducation',
  'defenceSecurity',
  'economicsLaw',
  'physics',
  'chemistry',
  'informatics',
  'experientialActivities',
  'localEducation',
];
const continuingSubjects: readonly SecondarySubject[] = [
  'literature',
  'mathematics',
  'history',
  'geography',
  'economicsLaw',
  'biology',
  'informatics',
  'experientialActivities',
  'localEducation',
];

const student: SecondaryStudentProfile = {
  studentId: '0940005678',
  fullName: 'Sơn Thị Bích Trâm',
  gender: 'female',
  birthDate: '2012-09-02',
  birthPlace: 'Sóc Trăng',
  ethnicityCode: '05',
  nationality: 'Việt Nam',
  homeTown: null,
  address: 'Ấp 4, phường Bình Minh',
  fatherName: 'Sơn Văn Hoà',
  motherName: 'Kim Thị Liên',
  guardianName: null,
  personalId: '094312005678',
  personalIdStatus: 'official',
  disability: false,
  individualEducationPlan: false,
  policyBeneficiary: null,
  fatherOccupation: 'Làm ruộng',
  motherOccupation: 'Buôn bán',
  guardianOccupation: null,
};

const conclusion: SecondaryYearConclusion = {
  conduct: { first: 'good', second: 'good', year: 'good', afterSummer: null },
  academic: { first: 'good', second: 'good', year: 'good', afterSummer: null },
  absentHalfDays: { withLeave: 3, withoutLeave: 0 },
  promotion: 'promoted',
  principalReason: null,
  levelCompleted: false,
  commendations: [{ form: 'yearTitle', title: 'excellentStudent', text: 'Học sinh Giỏi' }],
  qualifications: [],
  competitions: [],
  homeroomComment: 'Chăm ngoan, có ý thức tập thể tốt; cần mạnh dạn hơn khi phát biểu.',
  summerComment: null,
};

/** The years up to and with `schoolYear`, all at one school. */
function schoolingIn(schoolName: string, classNames: readonly string[], firstYear: number): readonly SchoolingEntry[] {
  return classNames.map((className, index) => ({
    schoolYear: `${firstYear + index}-${firstYear + index + 1}`,
    className,
    schoolName,
    place: firstYear + index < 2025 ? 'Huyện Mỹ Xuyên, Tỉnh Sóc Trăng' : 'Phường Bình Minh, Thành phố Cần Thơ',
    registerNumber: index === 0 ? '0117' : null,
    enteredOn: index === 0 ? `${firstYear}-09-05` : null,
  }));
}

const place = {
  communeCode: '31201',
  communeName: 'Phường Bình Minh',
  provinceCode: '92',
  provinceName: 'Thành phố Cần Thơ',
};
const common = {
  recordId: '11112222333344445555666677778888',
  lookupCode: '88887777666655554444333322221111',
  version: 1,
  schoolYear: '2025-2026',
  carriedOverOn: '2026-05-28',
  placeOfIssue: 'Cần Thơ',
  student,
  conclusion,
};

/** An invented pupil of grade 8 whose year went well: 12 rows, 15 signatures. */
export const lowerSecondarySheet: LowerSecondaryYearSheet = {
  ...common,
  schoolLevel: 'lowerSecondary',
  circular: 'TT22/2021',
  grade: 8,
  className: '8A2',
  school: { schoolId: '94000456', name: 'Trường Trung học cơ sở Sao Khuê', ...place },
  schooling: schoolingIn('Trường Trung học cơ sở Sao Khuê', ['6A2', '7A2', '8A2'], 2023),
  subjects: lowerSubjects.map(secondaryRow),
  signatories: perSubjectSignatories(lowerSubjects.length, 'Hiệu trưởng', 'Trường Trung học cơ sở Sao Khuê'),
};

/** An invented pupil of grade 11: four chosen subjects, three cụm chuyên đề, 12 rows, 15 signatures. */
export const upperSecondarySheet: UpperSecondaryYearSheet = {
  ...common,
  schoolLevel: 'upperSecondary',
  circular: 'TT22/2021',
  grade: 11,
  className: '11B3',
  student: { ...student, birthDate: '2009-09-02', personalId: '094309005678' },
  school: { schoolId: '94000789', name: 'Trường Trung học phổ thông Lương Thế Vinh', ...place },
  schooling: schoolingIn('Trường Trung học phổ thông Lương Thế Vinh', ['10B3', '11B3'], 2024),
  subjects: upperSubjects.map((subject, index) => {
    const title = topics[subject];
    return { ...secondaryRow(subject, index), topic: title === undefined ? null : { title, score: 85 as Score } };
  }),
  signatories: perSubjectSignatories(upperSubjects.length, 'Hiệu trưởng', 'Trường Trung học phổ thông Lương Thế Vinh'),
};

/** An invented learner of grade 10 of a centre: no level of academic result, for the thresholds of TT43/2021 are off. */
export const continuingSheet: ContinuingYearSheet = {
  ...common,
  schoolLevel: 'continuingEducation',
  circular: 'TT43/2021',
  grade: 10,
  className: '10TX1',
  student: { ...student, birthDate: '2004', personalId: '094304005678' },
  school: { schoolId: '94000901', name: 'Trung tâm Giáo dục thường xuyên Bình Minh', ...place },
  schooling: schoolingIn('Trung tâm Giáo dục thường xuyên Bình Minh', ['10TX1'], 2025),
  subjects: continuingSubjects.map(secondaryRow),
  conclusion: {
    ...conclusion,
    academic: { first: null, second: null, year: null, afterSummer: null },
    commendations: [],
  },
  signatories: perSubjectSignatories(
    continuingSubjects.length,
    'Giám đốc',
    'Trung tâm Giáo dục thường xuyên Bình Minh',
  ),
};
