import type {
  PrimarySubjectResult,
  PrimaryYearConclusion,
  PrimaryYearSheet,
  QualitiesAndCompetences,
  RatedRow,
  SupplementaryResult,
} from '../primary-record.ts';
import type { SchoolIdentity } from '../school-identity.ts';
import type { ExpectedSignatory } from '../signatory-slot.ts';
import type { StudentProfile } from '../student-profile.ts';
import { coreCompetences } from '../terms/core-competence.ts';
import { coreQualities } from '../terms/core-quality.ts';
import { genders } from '../terms/gender.ts';
import { personalIdStatuses } from '../terms/personal-id-status.ts';
import { primaryEducationResults } from '../terms/primary-education-result.ts';
import { primarySubjects } from '../terms/primary-subject.ts';
import { qualityLevels } from '../terms/quality-level.ts';
import { schoolLevels } from '../terms/school-level.ts';
import { subjectLevels } from '../terms/subject-level.ts';
import type { Term } from '../terms/term.ts';
import { list, optional, sequence, value } from './content.ts';
import * as names from './field-names.ts';
import * as form from './value-forms.ts';

type General = Omit<PrimaryYearSheet, keyof Remarks | 'subjects' | 'schooling'>;
type Remarks = Pick<
  PrimaryYearSheet,
  'heightTenths' | 'weightTenths' | 'absentWithLeave' | 'absentWithoutLeave' | 'qualitiesAndCompetences' | 'conclusion'
>;

const optionalLine = optional(value(form.line));
const flag = value(form.flag);
const daysAbsent = value(form.wholeNumber(0, 366));
const primary = schoolLevels.filter((level) => level.id === 'primary');

const school = sequence<SchoolIdentity>(names.schoolNames, {
  schoolId: value(form.identifier),
  name: value(form.line),
  communeCode: value(form.communeCode),
  communeName: value(form.line),
  provinceCode: value(form.provinceCode),
  provinceName: value(form.line),
});

const student = sequence<StudentProfile>(names.studentNames, {
  studentId: value(form.identifier),
  fullName: value(form.line),
  gender: value(form.term(genders)),
  birthDate: value(form.partialDate),
  birthPlace: optionalLine,
  ethnicityCode: value(form.ethnicityCode),
  nationality: value(form.line),
  homeTown: optionalLine,
  address: optionalLine,
  fatherName: optionalLine,
  motherName: optionalLine,
  guardianName: optionalLine,
  personalId: value(form.identifier),
  personalIdStatus: value(form.term(personalIdStatuses)),
  disability: flag,
  individualEducationPlan: flag,
});

const signatory = sequence<ExpectedSignatory>(names.signatoryNames, {
  slot: value(form.slot),
  name: value(form.line),
  position: value(form.line),
  staffId: value(form.identifier),
});

/** `ThongTin` (`tt`): who, where, when, and whose signatures are called for. Covered by every signature. */
export const generalContent = sequence<General>(names.sheetNames, {
  schoolLevel: value(form.term(primary)),
  circular: value(form.fixed('TT27/2020')),
  recordId: value(form.hex32),
  lookupCode: value(form.hex32),
  version: value(form.wholeNumber(1, 999)),
  schoolYear: value(form.schoolYear),
  grade: value(form.grade),
  className: value(form.line),
  carriedOverOn: value(form.calendarDate),
  placeOfIssue: value(form.line),
  school,
  student,
  signatories: list(names.frameNames.signatory, signatory, { most: 32 }),
});

const subjectRow = sequence<PrimarySubjectResult>(names.subjectRowNames, {
  subject: value(form.term(primarySubjects)),
  level: optional(value(form.term(subjectLevels))),
  score: optional(value(form.score)),
  comment: value(form.prose),
  supplementary: optional(
    sequence<SupplementaryResult>(names.subjectRowNames, {
      level: optional(value(form.term(subjectLevels))),
      score: optional(value(form.score)),
    }),
  ),
  responsible: optional(value(form.slot)),
});

/** One `MonHoc` (`mh-N`): what its teacher answers for. */
export const subjectRowContent = subjectRow;

export function subjectRowId(position: number): string {
  return `mh-${position}`;
}

/** `KetQua` (`kq`): the rows of the table of subjects, each with its own `Id`. */
export const resultsContent = list(names.frameNames.subjectRow, subjectRow, {
  most: primarySubjects.length,
  idOf: subjectRowId,
});

function ratedRows<Name extends string>(terms: readonly Term<Name>[]) {
  const row = sequence<RatedRow<Name>>(names.ratedRowNames, {
    name: value(form.term(terms)),
    level: optional(value(form.term(qualityLevels))),
    supplementary: optional(value(form.term(qualityLevels))),
  });
  return list(names.frameNames.ratedRow, row, { most: terms.length });
}

const qualitiesAndCompetences = sequence<QualitiesAndCompetences>(names.qualityNames, {
  qualities: ratedRows(coreQualities),
  qualitiesComment: value(form.prose),
  generalCompetences: ratedRows(coreCompetences),
  generalCompetencesComment: value(form.prose),
  specificCompetences: ratedRows(coreCompetences),
  specificCompetencesComment: value(form.prose),
});

const conclusion = sequence<PrimaryYearConclusion>(names.conclusionNames, {
  educationResult: optional(value(form.term(primaryEducationResults))),
  firstEducationResult: optional(value(form.term(primaryEducationResults))),
  gradeCompleted: flag,
  promoted: flag,
  primaryCompleted: flag,
  commendations: list(names.frameNames.commendation, value(form.line), { most: 50 }),
});

/** `NhanXet` (`nx`): what the homeroom teacher answers for. */
export const remarksContent = sequence<Remarks>(names.sheetNames, {
  heightTenths: optional(value(form.tenths(3000))),
  weightTenths: optional(value(form.tenths(3000))),
  absentWithLeave: daysAbsent,
  absentWithoutLeave: daysAbsent,
  qualitiesAndCompetences,
  conclusion,
});
