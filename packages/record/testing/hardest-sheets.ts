import {
  type CompetitionResult,
  type LowerSecondaryYearSheet,
  lowerSecondaryForm,
  type Qualification,
  type Score,
  type SecondaryCommendationEntry,
  type SecondaryStudentProfile,
  type SecondarySubject,
  type SecondarySubjectResult,
  type SecondaryYearConclusion,
  type UpperSecondaryYearSheet,
  upperSecondaryForm,
} from '../src/index.ts';
import { perSubjectSignatories } from './per-subject-signatories.ts';
import { lowerSecondarySheet, secondaryRow, upperSecondarySheet } from './secondary-samples.ts';

const longComment =
  'Có tiến bộ rõ rệt so với học kì I: đọc hiểu văn bản nghị luận dài, lập luận chặt chẽ, biết phản biện; ưu điểm nổi ' +
  'bật là tự học và giúp đỡ bạn trong nhóm. Hạn chế chủ yếu: chữ viết còn cẩu thả, hay nộp bài muộn, chưa kiên trì với ' +
  'những bài tập dài; đã được giáo viên phụ đạo trong kì nghỉ hè và đánh giá lại đạt yêu cầu.';

const manyNames: SecondaryStudentProfile = {
  ...lowerSecondarySheet.student,
  fullName: 'Nguyễn Phước Công Tằng Tôn Nữ Hoàng Thuỵ Quỳnh Phượng Ngọc Diễm Khuê',
  birthPlace: 'Bệnh viện Sản – Nhi tỉnh Sóc Trăng, phường 6, thành phố Sóc Trăng, tỉnh Sóc Trăng (nay thuộc Cần Thơ)',
  homeTown: 'Xã Thuận Hưng, huyện Mỹ Tú, tỉnh Sóc Trăng (nay thuộc thành phố Cần Thơ)',
  address:
    'Nhà trọ Phương Nghi, số 128/9A, hẻm 45, đường Nguyễn Huệ, ấp Bưng Chụm, phường Bình Minh, thành phố Cần Thơ',
  fatherName: 'Nguyễn Phước Công Tằng Vĩnh Khánh Thuỵ Hưng',
  motherName: 'Thạch Thị Sà Vươn Ngọc Huyền',
  guardianName: 'Nguyễn Phước Công Huyền Tôn Nữ Thuỳ Trang (bà nội)',
  policyBeneficiary:
    'Con của người được hưởng chế độ như thương binh; hộ nghèo; dân tộc thiểu số vùng đặc biệt khó khăn',
  fatherOccupation: 'Công nhân khai thác, chế biến thuỷ sản xa bờ',
  motherOccupation: 'Nhân viên chăm sóc khách hàng, làm việc theo ca',
  guardianOccupation: 'Cán bộ hưu trí',
  disability: true,
  individualEducationPlan: true,
};

const qualifications: readonly Qualification[] = [
  {
    kind: 'foreignLanguage',
    title: 'Chứng chỉ năng lực tiếng Anh bậc 3/6 dùng cho Việt Nam',
    grading: 'Bậc 3 (B1)',
    issuer: 'Trường Đại học Sao Mai',
    issuedOn: '2026-03-15',
  },
  {
    kind: 'generalVocational',
    title: 'Giấy chứng nhận nghề phổ thông: Điện dân dụng',
    grading: 'Giỏi',
    issuer: 'Sở Giáo dục và Đào tạo',
    issuedOn: '2025-12-20',
  },
  { kind: 'informatics', title: 'Ứng dụng công nghệ thông tin cơ bản', grading: null, issuer: null, issuedOn: null },
];

const competitions: readonly CompetitionResult[] = [
  { name: 'Kì thi chọn học sinh giỏi cấp tỉnh, môn Ngữ văn', level: 'province', prize: 'second', heldOn: '2026-03-08' },
  {
    name: 'Cuộc thi Khoa học, kĩ thuật dành cho học sinh trung học, lĩnh vực Kĩ thuật môi trường',
    level: 'nation',
    prize: 'consolation',
    heldOn: '2026-03-21',
  },
  { name: 'Hội khoẻ Phù Đổng, môn Bơi ếch 100 m nữ', level: 'commune', prize: 'gold', heldOn: null },
];

const commendations: readonly SecondaryCommendationEntry[] = [
  {
    form: 'exceptionalAchievement',
    title: null,
    text: 'Cứu bạn đuối nước, được Uỷ ban nhân dân phường tặng giấy khen',
  },
  { form: 'letterOfPraise', title: null, text: 'Thư khen của Hiệu trưởng về phong trào đọc sách' },
  { form: 'higherAuthority', title: null, text: 'Được đề nghị Uỷ ban nhân dân thành phố tặng bằng khen' },
];

const conclusion: SecondaryYearConclusion = {
  conduct: { first: 'achieved', second: 'notAchieved', year: 'notAchieved', afterSummer: 'achieved' },
  academic: { first: 'achieved', second: 'notAchieved', year: 'notAchieved', afterSummer: 'achieved' },
  absentHalfDays: { withLeave: 28, withoutLeave: 17 },
  promotion: 'promotedAfterSummer',
  principalReason:
    'Học sinh khuyết tật học hoà nhập theo kế hoạch giáo dục cá nhân, đã hoàn thành nhiệm vụ rèn luyện và các môn đánh giá lại.',
  levelCompleted: false,
  commendations,
  qualifications,
  competitions,
  homeroomComment: `${longComment} Gia đình phối hợp tốt với nhà trường.\nĐề nghị tiếp tục theo dõi sức khoẻ và hỗ trợ học phí.`,
  summerComment: `Đã hoàn thành nhiệm vụ rèn luyện trong kì nghỉ hè: lao động vệ sinh trường lớp, tham gia đội tình nguyện của phường. ${longComment}`,
};

const longTopic =
  'Tập nghiên cứu và viết báo cáo về một vấn đề văn học trung đại Việt Nam; Tìm hiểu ngôn ngữ trong đời sống xã hội hiện đại; ' +
  'Đọc, viết và giới thiệu về một tác giả văn học';
const withTopic: readonly SecondarySubject[] = ['literature', 'history', 'geography'];

/** Failed the year, passed the reassessment; two more teachers teach it. */
function hardRow(subject: SecondarySubject, index: number): SecondarySubjectResult {
  const easy = secondaryRow(subject, index);
  const row = {
    variant: easy.variant ?? 'Hướng dẫn riêng của nhà trường',
    comment: longComment,
    otherTeachers: ['Huỳnh Phước Công Tằng Mỹ Duyên Hạnh', 'Danh Sà Rươl Thanh Tùng'],
  };
  const [first, second, year, afterReassessment] = [49 as Score, 32 as Score, 38 as Score, 100 as Score];
  return easy.form === 'byScore'
    ? { ...easy, ...row, marks: { first, second, year, afterReassessment } }
    : {
        ...easy,
        ...row,
        marks: { first: 'achieved', second: 'notAchieved', year: 'notAchieved', afterReassessment: 'achieved' },
      };
}

/** Everything the THCS form can carry, all of it long: 14 rows. The worst page, not a year the circular would allow. */
export const hardestLowerSecondarySheet: LowerSecondaryYearSheet = {
  ...lowerSecondarySheet,
  student: manyNames,
  subjects: lowerSecondaryForm.map(hardRow),
  conclusion,
  signatories: perSubjectSignatories(
    lowerSecondaryForm.length,
    'KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG',
    lowerSecondarySheet.school.name,
  ),
};

/** Everything the THPT form can carry, all of it long: 19 rows, all nine chosen subjects. The worst page, not a lawful year. */
export const hardestUpperSecondarySheet: UpperSecondaryYearSheet = {
  ...upperSecondarySheet,
  student: { ...manyNames, birthDate: '2009-09-02', personalId: '094309005678' },
  subjects: upperSecondaryForm.map((subject, index) => ({
    ...hardRow(subject, index),
    topic: withTopic.includes(subject) ? { title: longTopic, score: 95 as Score } : null,
  })),
  conclusion,
  signatories: perSubjectSignatories(
    upperSecondaryForm.length,
    'KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG',
    upperSecondarySheet.school.name,
  ),
};
