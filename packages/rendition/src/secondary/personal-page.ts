import {
  findEthnicGroup,
  formatDateInWords,
  formatPartialDate,
  genders,
  labelOf,
  type SecondaryStudentProfile,
  type SecondaryYearSheet,
} from '@hocba/record';
import { type RenderedSignature, type SignaturePlaceView, signaturePlace } from '../form/rendered-signature.ts';
import { headPlace } from '../form/signature-places.ts';
import { type FieldView, field } from '../form/view.ts';
import { type SchoolingRow, schoolingRows } from './schooling-rows.ts';
import type { FormWords, SecondaryForm } from './secondary-form.ts';

/** Trang 1: sơ yếu lí lịch và quá trình học tập. */
export interface PersonalPageView {
  readonly title: readonly string[];
  readonly lines: readonly (readonly FieldView[])[];
  readonly placeAndDate: string;
  readonly principal: SignaturePlaceView;
  /** Head of the column that names the schools. */
  readonly schoolColumn: string;
  readonly schooling: readonly SchoolingRow[];
}

export function personalPageView(
  sheet: SecondaryYearSheet,
  form: SecondaryForm,
  signatures: readonly RenderedSignature[],
): PersonalPageView {
  const { head } = form.words;
  return {
    title: form.title,
    lines: profileLines(sheet.student, form.words),
    placeAndDate: `${sheet.placeOfIssue}, ${formatDateInWords(sheet.carriedOverOn)}`,
    principal: signaturePlace(
      { signatories: sheet.signatories, signatures },
      headPlace(head.toLocaleUpperCase('vi'), head),
    ),
    schoolColumn: `Tên ${form.words.school.toLocaleLowerCase('vi')}, huyện, tỉnh`,
    schooling: schoolingRows(sheet.schooling),
  };
}

function profileLines(student: SecondaryStudentProfile, { learner }: FormWords): FieldView[][] {
  return [
    [
      field('Họ và tên', student.fullName, { strong: true, share: 2.4 }),
      field('Giới tính', student.gender === 'unknown' ? '' : labelOf(genders, student.gender)),
    ],
    [field('Ngày, tháng, năm sinh', formatPartialDate(student.birthDate))],
    [field('Nơi sinh', student.birthPlace)],
    [
      field('Dân tộc', findEthnicGroup(student.ethnicityCode)?.label ?? student.ethnicityCode),
      field('Quốc tịch', student.nationality),
    ],
    [field(`Mã ${learner}`, student.studentId), personalIdField(student)],
    [field(POLICY_BENEFICIARY, student.policyBeneficiary)],
    [field('Chỗ ở hiện tại', student.address)],
    relative('Họ và tên cha', student.fatherName, student.fatherOccupation),
    relative('Họ và tên mẹ', student.motherName, student.motherOccupation),
    relative('Họ và tên người giám hộ', student.guardianName, student.guardianOccupation),
  ];
}

const POLICY_BENEFICIARY =
  'Con liệt sĩ, con thương binh (bệnh binh, người được hưởng chế độ như thương binh, gia đình có công với cách mạng)';

function personalIdField({ personalId, personalIdStatus }: SecondaryStudentProfile): FieldView {
  return field(personalIdStatus === 'official' ? 'Số định danh cá nhân' : 'Mã tạm (chưa có số định danh)', personalId);
}

function relative(label: string, name: string | null, occupation: string | null): FieldView[] {
  return [field(label, name, { share: 1.5 }), field('Nghề nghiệp', occupation)];
}
