import {
  findEthnicGroup,
  formatDateInWords,
  formatPartialDate,
  formatSchoolYear,
  genders,
  labelOf,
  type PrimaryYearSheet,
  type SchoolingEntry,
  type StudentProfile,
  schoolingHistory,
} from '@hocba/record';
import { type RenderedSignature, type SignaturePlaceView, signaturePlace } from '../form/rendered-signature.ts';
import { headPlace } from '../form/signature-places.ts';
import { type FieldView, field } from '../form/view.ts';

/** Trang sơ yếu lí lịch và quá trình học tập. */
export interface PersonalPageView {
  readonly lines: readonly (readonly FieldView[])[];
  readonly placeAndDate: string;
  readonly principal: SignaturePlaceView;
  readonly history: readonly SchoolingHistoryRow[];
}

interface SchoolingHistoryRow {
  readonly schoolYear: string;
  readonly className: string;
  readonly school: string;
  readonly register: string;
  readonly enrolledOn: string;
}

export function personalPageView(
  sheet: PrimaryYearSheet,
  signatures: readonly RenderedSignature[],
  earlier: readonly PrimaryYearSheet[],
): PersonalPageView {
  return {
    lines: profileLines(sheet.student),
    placeAndDate: `${sheet.placeOfIssue}, ${formatDateInWords(sheet.carriedOverOn)}`,
    principal: signaturePlace({ signatories: sheet.signatories, signatures }, headPlace('HIỆU TRƯỞNG', 'Hiệu trưởng')),
    history: schoolingHistory([...earlier, sheet]).map(historyRow),
  };
}

function historyRow(entry: SchoolingEntry): SchoolingHistoryRow {
  return {
    schoolYear: formatSchoolYear(entry.schoolYear),
    className: entry.className,
    school: `${entry.schoolName}, ${entry.place}`,
    register: entry.registerNumber ?? '',
    enrolledOn: entry.enteredOn === null ? '' : formatPartialDate(entry.enteredOn),
  };
}

function profileLines(student: StudentProfile): FieldView[][] {
  return [
    [
      field('Họ và tên học sinh', student.fullName, { strong: true, share: 2.4 }),
      field('Giới tính', student.gender === 'unknown' ? '' : labelOf(genders, student.gender)),
    ],
    [
      field('Ngày, tháng, năm sinh', formatPartialDate(student.birthDate), { share: 1.25 }),
      field('Dân tộc', findEthnicGroup(student.ethnicityCode)?.label ?? student.ethnicityCode),
    ],
    [field('Quốc tịch', student.nationality), field('Mã học sinh', student.studentId)],
    [
      field(
        student.personalIdStatus === 'official' ? 'Số định danh cá nhân' : 'Mã tạm (chưa có số định danh cá nhân)',
        student.personalId,
      ),
    ],
    [field('Nơi sinh', student.birthPlace)],
    [field('Quê quán', student.homeTown)],
    [field('Nơi ở hiện nay', student.address)],
    [field('Họ và tên cha', student.fatherName)],
    [field('Họ và tên mẹ', student.motherName)],
    [field('Người giám hộ (nếu có)', student.guardianName)],
  ];
}
