import { assessmentFormOf, secondaryFormOf } from '../../secondary-form.ts';
import type { SecondarySubjectResult, SecondaryYearSheet } from '../../secondary-record.ts';
import { secondarySubjectTerm } from '../../terms/secondary-subject.ts';
import type { ReadProblem } from '../read-problem.ts';
import { incoherentIf, outOfOrder } from './incoherent.ts';

/** Rows of the form in its order, each in its subject's form of assessment; a conclusion that fits its own columns. */
export function checkSecondaryCoherence(sheet: SecondaryYearSheet): readonly ReadProblem[] {
  const form = secondaryFormOf(sheet.grade).map(secondarySubjectTerm);
  return [
    ...outOfOrder(
      sheet.subjects.map(({ subject }) => subject),
      form,
      'KetQua',
    ),
    ...sheet.subjects.flatMap((row, index) => wrongRow(row, { grade: sheet.grade, position: index + 1 })),
    ...wrongSummer(sheet),
    ...wrongConclusion(sheet),
  ];
}

interface RowPlace {
  readonly grade: number;
  readonly position: number;
}

function wrongRow(row: SecondarySubjectResult, { grade, position }: RowPlace): readonly ReadProblem[] {
  const path = `KetQua/MonHoc[${position}]`;
  const { year, afterReassessment } = row.marks;
  const assessed = Object.values(row.marks).some((mark) => mark !== null) || row.topic !== null;
  const { label } = secondarySubjectTerm(row.subject);
  const form = assessmentFormOf(row.subject);
  const wanted = form === 'byScore' ? 'điểm số' : 'nhận xét (Đạt, Chưa đạt)';
  return [
    ...incoherentIf(row.form !== form, path, `${label} được đánh giá bằng ${wanted}.`),
    ...incoherentIf(row.exempted && assessed, path, `${label} ghi là miễn đánh giá nhưng vẫn có kết quả.`),
    ...incoherentIf(grade < 10 && row.topic !== null, `${path}/ChuyenDe`, 'Chỉ lớp 10, 11, 12 có chuyên đề học tập.'),
    ...incoherentIf(
      year === null && afterReassessment !== null,
      path,
      `${label} có kết quả đánh giá lại nhưng thiếu kết quả cả năm, vốn phải giữ nguyên bên cạnh.`,
    ),
  ];
}

/** What the summer changed stands beside the year's result and explains the manner of promotion. @law TT22/2021 Đ13, Đ14 */
function wrongSummer({ conclusion, subjects }: SecondaryYearSheet): readonly ReadProblem[] {
  const { conduct, academic, promotion } = conclusion;
  const path = 'NhanXet/KetLuan';
  const changed = [conduct, academic].some(({ afterSummer }) => afterSummer !== null);
  const reassessed = subjects.some(({ marks }) => marks.afterReassessment !== null);
  return [
    ...[conduct, academic].flatMap(({ year, afterSummer }, index) =>
      incoherentIf(
        year === null && afterSummer !== null,
        `${path}/${index === 0 ? 'RenLuyen' : 'HocTap'}`,
        'Có mức sau kì nghỉ hè nhưng thiếu mức cả năm, vốn phải giữ nguyên bên cạnh.',
      ),
    ),
    ...incoherentIf(
      promotion === 'promoted' && changed,
      `${path}/KetQuaLenLop`,
      'Ghi “Được lên lớp” nhưng có mức đánh giá sau kì nghỉ hè: phải là lên lớp sau kì nghỉ hè hoặc không được lên lớp.',
    ),
    ...incoherentIf(
      promotion === 'promotedAfterSummer' && !changed && !reassessed,
      `${path}/KetQuaLenLop`,
      'Ghi được lên lớp sau kì nghỉ hè nhưng không có kết quả đánh giá lại hoặc rèn luyện nào.',
    ),
  ];
}

function wrongConclusion({ grade, conclusion }: SecondaryYearSheet): readonly ReadProblem[] {
  const path = 'NhanXet/KetLuan';
  const { levelCompleted, commendations } = conclusion;
  return [
    ...incoherentIf(
      levelCompleted && grade !== 9 && grade !== 12,
      `${path}/HoanThanhCapHoc`,
      'Chỉ lớp 9 và lớp 12 có hoàn thành chương trình cấp học.',
    ),
    ...commendations.flatMap(({ form, title }, index) =>
      incoherentIf(
        title !== null && form !== 'yearTitle',
        `${path}/KhenThuong/MucKhenThuong[${index + 1}]`,
        'Danh hiệu chỉ đi với hình thức “Danh hiệu cuối năm học”.',
      ),
    ),
  ];
}
