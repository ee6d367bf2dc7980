import type { PrimarySubjectResult } from '../primary-record.ts';
import { rowOfSlot, type SignatorySlot } from '../signatory-slot.ts';
import { coreCompetences, generalCompetences } from '../terms/core-competence.ts';
import { coreQualities } from '../terms/core-quality.ts';
import { primarySubjects } from '../terms/primary-subject.ts';
import type { YearSheet } from '../year-sheet.ts';
import type { ReadProblem } from './read-problem.ts';

/**
 * What must hold between the fields, beyond what a schema can say. Says nothing of the circulars: that is for the
 * rules. Writer and reader both ask.
 */
export function checkCoherence(sheet: YearSheet): readonly ReadProblem[] {
  if (sheet.schoolLevel !== 'primary') return [];
  const { qualities, generalCompetences: general, specificCompetences } = sheet.qualitiesAndCompetences;
  const specific = coreCompetences.slice(generalCompetences.length);
  const rated = 'HocBa/NhanXet/PhamChatNangLuc';
  return [
    ...outOfOrder(
      sheet.subjects.map((row) => row.subject),
      primarySubjects,
      'HocBa/KetQua',
    ),
    ...outOfOrder(
      qualities.map((row) => row.name),
      coreQualities,
      `${rated}/PhamChat`,
    ),
    ...outOfOrder(
      general.map((row) => row.name),
      coreCompetences.slice(0, 3),
      `${rated}/NangLucChung`,
    ),
    ...outOfOrder(
      specificCompetences.map((row) => row.name),
      specific,
      `${rated}/NangLucDacThu`,
    ),
    ...sheet.subjects.flatMap(wrongResponsible),
    ...wrongSignatories(
      sheet.signatories.map(({ slot }) => slot),
      sheet,
    ),
  ];
}

/** Rows stand in the order of the form, none twice, none from another table. */
function outOfOrder(
  given: readonly string[],
  terms: readonly { readonly id: string; readonly label: string }[],
  path: string,
): ReadProblem[] {
  const places = given.map((id) => terms.findIndex((term) => term.id === id));
  return places.flatMap((place, index) => {
    if (place >= 0 && place > (places[index - 1] ?? -1)) return [];
    const label = terms[place]?.label ?? given[index];
    return [incoherent(path, `Dòng ${index + 1} (${label}) bị lặp, sai thứ tự của mẫu hoặc không thuộc bảng này.`)];
  });
}

function wrongResponsible(row: PrimarySubjectResult, index: number): ReadProblem[] {
  if (row.responsible === null || row.responsible === 'homeroomTeacher') return [];
  if (rowOfSlot(row.responsible) === index + 1) return [];
  const path = `HocBa/KetQua/MonHoc[${index + 1}]/NguoiPhuTrach`;
  return [incoherent(path, 'Người phụ trách phải là giáo viên của chính dòng này hoặc giáo viên chủ nhiệm.')];
}

function wrongSignatories(slots: readonly SignatorySlot[], sheet: YearSheet): ReadProblem[] {
  const path = 'HocBa/ThongTin/DanhSachNguoiKy';
  const problems: ReadProblem[] = [];
  if (new Set(slots).size !== slots.length) problems.push(incoherent(path, 'Một vị trí ký xuất hiện hai lần.'));
  if (slots.some((slot) => (rowOfSlot(slot) ?? 0) > sheet.subjects.length)) {
    problems.push(incoherent(path, 'Có vị trí ký cho một dòng môn học không tồn tại.'));
  }
  return problems;
}

function incoherent(path: string, sentence: string): ReadProblem {
  return { code: 'incoherent', path, sentence };
}
