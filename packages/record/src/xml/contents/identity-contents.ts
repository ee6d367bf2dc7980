import type { SchoolIdentity } from '../../school-identity.ts';
import type { SchoolingEntry } from '../../schooling-entry.ts';
import type { ExpectedSignatory } from '../../signatory-slot.ts';
import type { SecondaryStudentProfile, StudentProfile } from '../../student-profile.ts';
import { genders } from '../../terms/gender.ts';
import { personalIdStatuses } from '../../terms/personal-id-status.ts';
import { list, optional, sequence, value } from '../content.ts';
import { frameNames } from '../names/frame-names.ts';
import * as names from '../names/identity-names.ts';
import * as form from '../value-forms.ts';

const line = value(form.line);
const optionalLine = optional(line);
const flag = value(form.flag);

const school = sequence<SchoolIdentity>(names.schoolNames, {
  schoolId: value(form.identifier),
  name: line,
  communeCode: value(form.communeCode),
  communeName: line,
  provinceCode: value(form.provinceCode),
  provinceName: line,
});

const studentFields = {
  studentId: value(form.identifier),
  fullName: line,
  gender: value(form.term(genders)),
  birthDate: value(form.partialDate),
  birthPlace: optionalLine,
  ethnicityCode: value(form.ethnicityCode),
  nationality: line,
  homeTown: optionalLine,
  address: optionalLine,
  fatherName: optionalLine,
  motherName: optionalLine,
  guardianName: optionalLine,
  personalId: value(form.identifier),
  personalIdStatus: value(form.term(personalIdStatuses)),
  disability: flag,
  individualEducationPlan: flag,
};

/** `HocSinh` of a primary sheet. */
export const student = sequence<StudentProfile>(names.studentNames, studentFields);

/** `HocSinh` of THCS, THPT, GDTX. */
export const secondaryStudent = sequence<SecondaryStudentProfile>(names.secondaryStudentNames, {
  ...studentFields,
  policyBeneficiary: optionalLine,
  fatherOccupation: optionalLine,
  motherOccupation: optionalLine,
  guardianOccupation: optionalLine,
});

const schoolingEntry = sequence<SchoolingEntry>(names.schoolingNames, {
  schoolYear: value(form.schoolYear),
  className: line,
  schoolName: line,
  place: line,
  registerNumber: optionalLine,
  enteredOn: optional(value(form.calendarDate)),
});

/** `QuaTrinhHocTap`. */
export const schooling = list(frameNames.schoolingEntry, schoolingEntry, { most: 30 });

const signatory = sequence<ExpectedSignatory>(names.signatoryNames, {
  slot: value(form.slot),
  name: line,
  position: line,
  staffId: value(form.identifier),
});

/** The fields of `ThongTin` that are the same at every level, as they stand before and after the pupil. */
export const generalFields = {
  recordId: value(form.hex32),
  lookupCode: value(form.hex32),
  version: value(form.wholeNumber(1, 999)),
  schoolYear: value(form.schoolYear),
  className: line,
  carriedOverOn: value(form.calendarDate),
  placeOfIssue: line,
  school,
  signatories: list(frameNames.signatory, signatory, { most: 32 }),
};
