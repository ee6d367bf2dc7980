import type { SecondarySubjectResult, UpperSecondaryYearSheet } from '@hocba/record';
import { hardestUpperSecondarySheet } from '@hocba/record/testing';
import { commentOfLength } from './hardest-year-sheet.ts';

const LONG_NAME = "H'Nguyệt Uyên Phương Thảo Niê Kdăm Ê-ban Buôn Yă Mlô";
const SCHOOL = 'Trường Phổ thông Dân tộc nội trú Trung học phổ thông N’Trang Lơng – Tây Nguyên';

/** All nineteen rows taught, comments of up to 1,500 characters, rows exempted and not signed, a pupil who moved and repeated a year. */
export function hardestSecondarySheet(changes: Partial<UpperSecondaryYearSheet> = {}): UpperSecondaryYearSheet {
  const sheet = hardestUpperSecondarySheet;
  return {
    ...sheet,
    version: 12,
    className: '11 Chuyên Sinh – Hoá 2',
    school: { ...sheet.school, name: SCHOOL, communeName: 'Xã Krông Pắc', provinceName: 'Tỉnh Đắk Lắk' },
    student: { ...sheet.student, fullName: LONG_NAME, personalId: 'TAM-66-2025-000417', personalIdStatus: 'temporary' },
    schooling: SCHOOLING,
    placeOfIssue: 'Krông Pắc',
    subjects: sheet.subjects.map(withLength),
    conclusion: {
      ...sheet.conclusion,
      homeroomComment: commentOfLength(1500),
      summerComment: commentOfLength(900),
    },
    signatories: sheet.signatories.map((signatory) => ({ ...signatory, ...LONG_SIGNATORIES[signatory.slot] })),
    ...changes,
  };
}

const LENGTHS = [1500, 600, 300, 420, 200, 120, 90, 700, 260, 1200, 0, 180, 340, 220, 130, 500, 80, 420, 800];

function withLength(row: SecondarySubjectResult, index: number): SecondarySubjectResult {
  const length = LENGTHS[index] ?? 0;
  const changed = {
    ...row,
    comment: length === 0 ? '' : commentOfLength(length),
    otherTeachers: index % 3 === 0 ? row.otherTeachers : [],
  };
  return index === 4 ? exempt(changed) : changed;
}

function exempt(row: SecondarySubjectResult): SecondarySubjectResult {
  const marks = { first: null, second: null, year: null, afterReassessment: null };
  return { ...row, exempted: true, marks };
}

const LONG_SIGNATORIES: Partial<Record<string, { name: string; position: string }>> = {
  'subjectTeacher-1': { name: LONG_NAME, position: 'Tổ trưởng chuyên môn tổ Ngữ văn – Lịch sử – Địa lí' },
  organisationSeal: { name: SCHOOL, position: 'Cơ sở giáo dục' },
  homeroomTeacher: { name: "H'Rưng Bkrông Kpă Phương Uyên", position: 'Giáo viên chủ nhiệm' },
  principal: { name: 'Nguyễn Phước Bửu Huỳnh Thăng Long', position: 'KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG' },
};

const FIRST_SCHOOL = { schoolName: 'Trường THPT Nguyễn Bỉnh Khiêm', place: 'huyện Krông Pắc, tỉnh Đắk Lắk' };

const SCHOOLING: UpperSecondaryYearSheet['schooling'] = [
  { schoolYear: '2023-2024', className: '10A3', ...FIRST_SCHOOL, registerNumber: '118/2023', enteredOn: '2023-08-25' },
  { schoolYear: '2024-2025', className: '10A7 (học lại)', ...FIRST_SCHOOL, registerNumber: null, enteredOn: null },
  {
    schoolYear: '2025-2026',
    className: '11 Chuyên Sinh – Hoá 2',
    schoolName: SCHOOL,
    place: 'xã Krông Pắc, tỉnh Đắk Lắk',
    registerNumber: '7',
    enteredOn: '2025-08-18',
  },
];
