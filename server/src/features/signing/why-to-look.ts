import type { YearSheet } from '@hocba/record';

/** What makes a sheet one to read before signing, in Vietnamese; empty for the usual ones. */
export function whyToLook({ conclusion, student, version }: YearSheetToRead): string[] {
  const { educationResult, firstEducationResult, gradeCompleted, promoted } = conclusion;
  const notes = [
    gradeCompleted ? '' : 'Chưa hoàn thành chương trình lớp học.',
    !gradeCompleted && promoted ? 'Lên lớp theo quyết định của hiệu trưởng.' : '',
    firstEducationResult === null ? '' : 'Kết quả sau đánh giá bổ sung.',
    educationResult === null ? 'Không xếp mức (kế hoạch giáo dục cá nhân).' : '',
    student.individualEducationPlan && educationResult !== null ? 'Có kế hoạch giáo dục cá nhân.' : '',
    version > 1 ? `Phiên bản ${version}: đã rút và làm lại.` : '',
    student.personalIdStatus === 'temporary' ? 'Chưa có số định danh cá nhân, đang dùng mã tạm.' : '',
  ];
  return notes.filter((note) => note !== '');
}

type YearSheetToRead = Pick<YearSheet, 'conclusion' | 'student' | 'version'>;
