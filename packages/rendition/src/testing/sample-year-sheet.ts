import {
  coreCompetences,
  coreQualities,
  type PrimarySubject,
  type PrimarySubjectResult,
  type PrimaryYearSheet,
  type QualityLevel,
  type RatedRow,
  scoreFromTenths,
} from '@hocba/record';

/** Invented people; an easy pupil of grade 3 with comments of ordinary length. */
export function sampleYearSheet(changes: Partial<PrimaryYearSheet> = {}): PrimaryYearSheet {
  return {
    schoolLevel: 'primary',
    circular: 'TT27/2020',
    recordId: '6f1c0b7e52d94a3f8e21d7c9a4b36510',
    lookupCode: 'c3a90d5b7e1842f6a0d98b44e7f2611d',
    version: 1,
    schoolYear: '2025-2026',
    grade: 3,
    className: '3A2',
    school: {
      schoolId: '79000123',
      name: 'Trường Tiểu học Hoa Phượng',
      communeCode: '27553',
      communeName: 'Xã Củ Chi',
      provinceCode: '79',
      provinceName: 'Thành phố Hồ Chí Minh',
    },
    student: EASY_STUDENT,
    carriedOverOn: '2026-05-29',
    placeOfIssue: 'Củ Chi',
    heightTenths: 1285,
    weightTenths: 260,
    absentWithLeave: 2,
    absentWithoutLeave: 0,
    subjects: EASY_SUBJECTS,
    qualitiesAndCompetences: {
      qualities: rated(coreQualities.map(({ id }) => id)),
      qualitiesComment: 'Em yêu quý bạn bè, chăm chỉ học tập, thật thà và biết giữ gìn đồ dùng chung của lớp.',
      generalCompetences: rated(coreCompetences.slice(0, 3).map(({ id }) => id)),
      generalCompetencesComment: 'Em biết tự hoàn thành nhiệm vụ, mạnh dạn trao đổi và cùng nhóm tìm cách giải quyết.',
      specificCompetences: rated(coreCompetences.slice(3).map(({ id }) => id)),
      specificCompetencesComment:
        'Em đọc to, rõ ràng, trình bày lưu loát; tính toán nhanh; thích quan sát thiên nhiên; khéo tay và tích cực rèn luyện thân thể.',
    },
    conclusion: {
      educationResult: 'completedWell',
      firstEducationResult: null,
      gradeCompleted: true,
      promoted: true,
      primaryCompleted: false,
      commendations: ['Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện'],
    },
    signatories: [
      { slot: 'homeroomTeacher', name: 'Phạm Thị Thuỳ Dương', position: 'Giáo viên chủ nhiệm', staffId: '7912345678' },
      { slot: 'principal', name: 'Nguyễn Hữu Nghĩa', position: 'Hiệu trưởng', staffId: '7900000001' },
      { slot: 'organisationSeal', name: 'Trường Tiểu học Hoa Phượng', position: 'Cơ sở giáo dục', staffId: '79000123' },
    ],
    ...changes,
  };
}

const EASY_STUDENT: PrimaryYearSheet['student'] = {
  studentId: '0079123456',
  fullName: 'Trần Ngọc Khánh Vy',
  gender: 'female',
  birthDate: '2017-03-09',
  birthPlace: 'Bệnh viện Đa khoa khu vực Củ Chi, Thành phố Hồ Chí Minh',
  ethnicityCode: '01',
  nationality: 'Việt Nam',
  homeTown: 'Xã Tân Thông, Thành phố Hồ Chí Minh',
  address: 'Số 12, đường Nguyễn Thị Rành, ấp Bàu Tre, xã Củ Chi, Thành phố Hồ Chí Minh',
  fatherName: 'Trần Quốc Bảo',
  motherName: 'Lê Thị Mỹ Hạnh',
  guardianName: null,
  personalId: '079317004512',
  personalIdStatus: 'official',
  disability: false,
  individualEducationPlan: false,
};

export function subjectResult(
  subject: PrimarySubject,
  score: number | null,
  comment: string,
  changes: Partial<PrimarySubjectResult> = {},
): PrimarySubjectResult {
  return {
    subject,
    level: 'completedWell',
    score: score === null ? null : scoreFromTenths(score * 10),
    comment,
    supplementary: null,
    responsible: null,
    ...changes,
  };
}

const EASY_SUBJECTS: readonly PrimarySubjectResult[] = [
  subjectResult('vietnamese', 9, 'Em đọc trôi chảy, diễn cảm; viết đúng chính tả, câu văn có hình ảnh.'),
  subjectResult('mathematics', 10, 'Em nắm chắc bảng nhân, chia; giải toán có lời văn nhanh và chính xác.'),
  subjectResult('foreignLanguage', 8, 'Em phát âm tốt, nhớ nhiều từ vựng; cần mạnh dạn hơn khi hội thoại.'),
  subjectResult('informatics', 9, 'Em gõ bàn phím đúng cách, biết tạo bài trình chiếu đơn giản.'),
  subjectResult('technology', 8, 'Em biết sử dụng an toàn đồ dùng điện trong gia đình.'),
  subjectResult('ethics', null, 'Em lễ phép, biết giúp đỡ bạn và giữ lời hứa.'),
  subjectResult('natureSociety', null, 'Em ham tìm hiểu, biết bảo vệ cây xanh và vệ sinh nơi ở.'),
  subjectResult('physicalEducation', null, 'Em thực hiện đúng động tác, tích cực tham gia trò chơi vận động.'),
  subjectResult('music', null, 'Em hát đúng giai điệu, thích biểu diễn.'),
  subjectResult('fineArts', null, 'Em phối màu hài hoà, bài vẽ có nhiều sáng tạo.'),
  subjectResult('experientialActivities', null, 'Em nhiệt tình trong hoạt động tập thể.'),
];

export function rated<Name extends string>(names: readonly Name[], level: QualityLevel = 'good'): RatedRow<Name>[] {
  return names.map((name) => ({ name, level, supplementary: null }));
}
