import { formatDateInWords, formatSchoolYear, type SecondaryYearSheet } from '@hocba/record';
import { type RenderedSignature, type SignaturePlaceView, signaturePlace } from '../form/rendered-signature.ts';
import { headPlace, homeroomTeacherPlace } from '../form/signature-places.ts';
import { type FieldView, field } from '../form/view.ts';
import { type MarkGroupView, markGroups } from './mark-rows.ts';
import type { SecondaryForm } from './secondary-form.ts';

/** Trang 1 của năm học: bảng điểm và mức đánh giá, mỗi dòng có chữ kí của giáo viên môn học. */
export interface MarksPageView {
  readonly head: readonly (readonly FieldView[])[];
  readonly groups: readonly MarkGroupView[];
  /** Rows as tall as on paper, where the page holds them so. */
  readonly roomy: boolean;
  readonly corrections: string;
  readonly timeZone: string;
  readonly placeAndDate: string;
  readonly homeroomTeacher: SignaturePlaceView;
  readonly principal: SignaturePlaceView;
}

export function marksPageView(
  sheet: SecondaryYearSheet,
  form: SecondaryForm,
  signatures: readonly RenderedSignature[],
): MarksPageView {
  const signed = { signatories: sheet.signatories, signatures };
  const { head } = form.words;
  const groups = markGroups(sheet, form, signatures);
  return {
    head: [yearFields(sheet)],
    groups,
    roomy: isRoomy(groups),
    corrections: NO_CORRECTIONS,
    timeZone: 'Thời điểm ký số trên trang này: giờ Việt Nam (GMT+7).',
    placeAndDate: `${sheet.placeOfIssue}, ${formatDateInWords(sheet.carriedOverOn)}`,
    homeroomTeacher: signaturePlace(signed, homeroomTeacherPlace('Xác nhận của giáo viên chủ nhiệm')),
    principal: signaturePlace(signed, headPlace(`Xác nhận của ${head}`, head)),
  };
}

/** Letters in a line of the comment column, and those of a signature at its end. */
const LINE_LENGTH = 56;
const SIGNATURE_LENGTH = 42;
const MOST_ROOMY_ROWS = 18;
const MOST_ROOMY_LINES = 28;

/** Counted, not measured: measuring would lay out the table, the dearest part of the form, twice. */
function isRoomy(groups: readonly MarkGroupView[]): boolean {
  const rows = groups.flatMap((group) => group.rows);
  const lines = rows.map(({ comment, note, signature }) =>
    Math.ceil((comment.text.length + note.length + (signature === null ? 0 : SIGNATURE_LENGTH)) / LINE_LENGTH),
  );
  return (
    rows.length <= MOST_ROOMY_ROWS && lines.reduce((sum, count) => sum + Math.max(count, 1), 0) <= MOST_ROOMY_LINES
  );
}

/** Họ và tên, lớp, năm học: the head of both year pages. */
export function yearFields({ student, className, schoolYear }: SecondaryYearSheet): FieldView[] {
  return [
    field('Họ và tên', student.fullName, { strong: true, share: 2.3 }),
    field('Lớp', className, { strong: true, share: 1 }),
    field('Năm học', formatSchoolYear(schoolYear), { share: 1.3 }),
  ];
}

/** A signed table is never written over: what paper corrects in red is a new signed version here. */
const NO_CORRECTIONS =
  'Trong bảng này có sửa chữa ở: 0 điểm, môn học: không có (học bạ số chỉ được sửa bằng phiên bản mới, ký số lại).';
