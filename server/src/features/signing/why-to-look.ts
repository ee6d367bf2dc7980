import { labelOf, promotionManners, type YearSheet } from '@hocba/record';

/** What makes a sheet one to read before signing, in Vietnamese; empty for the usual ones. */
export function whyToLook(sheet: YearSheet): string[] {
  const { student, version } = sheet;
  const notes = [
    ...(sheet.schoolLevel === 'primary' ? aboutPrimaryYear(sheet) : aboutSecondaryYear(sheet)),
    version > 1 ? `Phiên bản ${version}: đã rút và làm lại.` : '',
    student.personalIdStatus === 'temporary' ? 'Chưa có số định danh cá nhân, đang dùng mã tạm.' : '',
  ];
  return notes.filter((note) => note !== '');
}

function aboutPrimaryYear({ conclusion, student }: Extract<YearSheet, { schoolLevel: 'primary' }>): string[] {
  const { educationResult, firstEducationResult, gradeCompleted, promoted } = conclusion;
  return [
    gradeCompleted ? '' : 'Chưa hoàn thành chương trình lớp học.',
    !gradeCompleted && promoted ? 'Lên lớp theo quyết định của hiệu trưởng.' : '',
    firstEducationResult === null ? '' : 'Kết quả sau đánh giá bổ sung.',
    educationResult === null ? 'Không xếp mức (kế hoạch giáo dục cá nhân).' : '',
    student.individualEducationPlan && educationResult !== null ? 'Có kế hoạch giáo dục cá nhân.' : '',
  ];
}

function aboutSecondaryYear({ conclusion, student }: Exclude<YearSheet, { schoolLevel: 'primary' }>): string[] {
  const { promotion, principalReason } = conclusion;
  return [
    promotion === 'promoted' ? '' : `${labelOf(promotionManners, promotion)}.`,
    principalReason === null ? '' : 'Theo quyết định của người đứng đầu.',
    student.individualEducationPlan ? 'Có kế hoạch giáo dục cá nhân.' : '',
  ];
}
