import { coreCompetences, coreQualities, type PrimaryYearSheet, primarySubjects } from '@hocba/record';
import { rated, sampleYearSheet, subjectResult } from './sample-year-sheet.ts';

const SENTENCE =
  'Em có nhiều tiến bộ trong học kì II: đọc rành mạch hơn, biết ngắt nghỉ đúng chỗ, viết nắn nót, trình bày sạch đẹp; ' +
  'tuy nhiên đôi lúc còn vội vàng khi làm bài, gia đình nên nhắc nhở em kiểm tra lại kĩ trước khi nộp. ';

/** A comment of exactly `length` characters, ending in a full stop. */
export function commentOfLength(length: number): string {
  return `${SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length - 1)}.`;
}

/** Every row taught and long, 1,500 characters in several, long names, a supplementary assessment, one who signs for the principal. */
export function hardestYearSheet(changes: Partial<PrimaryYearSheet> = {}): PrimaryYearSheet {
  const easy = sampleYearSheet();
  return {
    ...easy,
    grade: 4,
    className: '4 Hoa Hướng Dương',
    version: 12,
    school: {
      ...easy.school,
      name: 'Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở Y Ngông Niê Kdăm',
      communeName: 'Xã Krông Pắc',
      provinceName: 'Tỉnh Đắk Lắk',
    },
    student: {
      ...easy.student,
      fullName: "H'Nguyệt Uyên Phương Thảo Niê Kdăm Ê-ban Buôn Yă Mlô",
      gender: 'unknown',
      birthDate: '2016',
      ethnicityCode: '12',
      birthPlace:
        'Trạm Y tế xã Ea Kênh, buôn Puăn A, xã Krông Pắc (trước 01/7/2025: xã Ea Kênh, huyện Krông Pắc), tỉnh Đắk Lắk',
      address: "Nhà ông Y-Bhiăng K'Brừu Mlô, thôn 5, buôn Ea Đrai A, xã Krông Pắc, tỉnh Đắk Lắk",
      fatherName: "Y-Thuynh K'Sor Ayŭn Mlô Duôn Du",
      motherName: "H'Blĭ Êban Niê Hra Buôn Krông Kmrơng",
      guardianName: 'Bá Thị Ỷ Nguyễn Quách Đặng Hoàng Quỳnh (bà ngoại)',
      personalId: 'TAM-66-2025-000417',
      personalIdStatus: 'temporary',
    },
    placeOfIssue: 'Krông Pắc',
    heightTenths: null,
    weightTenths: 235,
    absentWithLeave: 21,
    absentWithoutLeave: 4,
    subjects: hardestSubjects(),
    qualitiesAndCompetences: {
      qualities: rated(
        coreQualities.map(({ id }) => id),
        'achieved',
      ),
      qualitiesComment: commentOfLength(1500),
      generalCompetences: rated(
        coreCompetences.slice(0, 3).map(({ id }) => id),
        'needsEffort',
      ).map((row) => ({ ...row, supplementary: 'achieved' as const })),
      generalCompetencesComment: commentOfLength(1500),
      specificCompetences: rated(
        coreCompetences.slice(3).map(({ id }) => id),
        'achieved',
      ),
      specificCompetencesComment: commentOfLength(700),
    },
    conclusion: {
      educationResult: 'completed',
      firstEducationResult: 'notCompleted',
      gradeCompleted: true,
      promoted: true,
      primaryCompleted: false,
      commendations: [
        'Thư khen: vượt khó, giúp bạn đến trường',
        'Giải Ba hội thi Viết chữ đẹp cấp xã năm học 2025-2026',
      ],
    },
    signatories: [
      {
        slot: 'homeroomTeacher',
        name: "H'Rưng Bkrông Kpă Phương Uyên",
        position: 'Giáo viên chủ nhiệm',
        staffId: '6612345678',
      },
      {
        slot: 'principal',
        name: 'Nguyễn Phước Bửu Huỳnh Thăng Long',
        position: 'KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG',
        staffId: '6600000002',
      },
      {
        slot: 'organisationSeal',
        name: 'Trường Phổ thông Dân tộc bán trú Tiểu học và Trung học cơ sở Y Ngông Niê Kdăm',
        position: 'Cơ sở giáo dục',
        staffId: '66000123',
      },
    ],
    ...changes,
  };
}

function hardestSubjects(): PrimaryYearSheet['subjects'] {
  const lengths = [1500, 1500, 300, 1500, 90, 900, 420, 60, 0, 1500, 260, 180, 600, 1500];
  return primarySubjects.map(({ id }, index) =>
    index === 1
      ? subjectResult(id, 4, commentOfLength(1500), {
          level: 'notCompleted',
          supplementary: { level: 'completed', score: subjectResult(id, 6, '').score },
        })
      : subjectResult(id, index < 7 ? 7 : null, lengths[index] ? commentOfLength(lengths[index]) : '', {
          level: 'completed',
        }),
  );
}
