import {
  type ExpectedSignatory,
  type PrimarySubjectResult,
  type PrimaryYearConclusion,
  type PrimaryYearSheet,
  required,
  type SchoolIdentity,
  type SignatorySlot,
  type SignatureProfile,
  scoreFromTenths,
  slotLabel,
} from '@hocba/record';
import type { EnrolledStudent } from '../enrolment/index.ts';
import type { PupilYearFacts, SubjectFacts } from '../entry/index.ts';

export interface StaffMember {
  readonly staffId: string;
  readonly fullName: string;
}

export interface YearSheetParts {
  readonly student: EnrolledStudent;
  readonly facts: PupilYearFacts;
  readonly conclusion: PrimaryYearConclusion;
  readonly schoolClass: { readonly name: string; readonly grade: number };
  readonly school: SchoolIdentity;
  readonly schoolYear: string;
  readonly version: number;
  readonly carriedOverOn: string;
  readonly profile: SignatureProfile;
  readonly homeroomTeacher: StaffMember;
  readonly principal: StaffMember;
  readonly teachers: ReadonlyMap<string, StaffMember>;
}

/** Kết chuyển: what was entered, with the rules' conclusion, as the sheet that will be signed. Pure. */
export function buildYearSheet(parts: YearSheetParts): PrimaryYearSheet {
  const { student, facts, school } = parts;
  const unsigned: PrimaryYearSheet = {
    schoolLevel: 'primary',
    circular: 'TT27/2020',
    recordId: student.recordId,
    lookupCode: student.lookupCode,
    version: parts.version,
    schoolYear: parts.schoolYear,
    grade: parts.schoolClass.grade as PrimaryYearSheet['grade'],
    className: parts.schoolClass.name,
    school: identityOf(school),
    student: student.profile,
    carriedOverOn: parts.carriedOverOn,
    placeOfIssue: school.communeName,
    heightTenths: facts.heightTenths,
    weightTenths: facts.weightTenths,
    absentWithLeave: facts.absentWithLeave,
    absentWithoutLeave: facts.absentWithoutLeave,
    subjects: facts.subjects.map((row, index) => subjectResult(row, index + 1, parts)),
    qualitiesAndCompetences: facts.qualitiesAndCompetences,
    conclusion: parts.conclusion,
    signatories: [],
  };
  return {
    ...unsigned,
    signatories: required(parts.profile, unsigned).map((slot) => signatory(slot, unsigned, parts)),
  };
}

function identityOf(school: SchoolIdentity): SchoolIdentity {
  const { schoolId, name, communeCode, communeName, provinceCode, provinceName } = school;
  return { schoolId, name, communeCode, communeName, provinceCode, provinceName };
}

function subjectResult(row: SubjectFacts, number: number, parts: YearSheetParts): PrimarySubjectResult {
  const counted = row.tests.find((test) => test.effective);
  return {
    subject: row.subject,
    level: row.level,
    score: counted ? scoreFromTenths(counted.scoreTenths) : null,
    comment: row.comment,
    supplementary: row.supplementary && {
      level: row.supplementary.level,
      score: row.supplementary.scoreTenths === null ? null : scoreFromTenths(row.supplementary.scoreTenths),
    },
    responsible: responsibleSlot(row, number, parts),
  };
}

/** The homeroom teacher answers for what nobody else was assigned, and for a row in which nothing was entered. */
function responsibleSlot(row: SubjectFacts, number: number, parts: YearSheetParts): SignatorySlot {
  const teacher = parts.teachers.get(row.subject);
  const own = parts.profile === 'primaryPerSubject' && teacher && teacher.staffId !== parts.homeroomTeacher.staffId;
  return own && !isEmpty(row) ? `subjectTeacher-${number}` : 'homeroomTeacher';
}

function isEmpty({ level, tests, comment, supplementary }: SubjectFacts): boolean {
  return level === null && !tests.some((test) => test.effective) && comment === '' && supplementary === null;
}

function signatory(slot: SignatorySlot, sheet: PrimaryYearSheet, parts: YearSheetParts): ExpectedSignatory {
  const { name, staffId } = holderOf(slot, sheet, parts);
  return { slot, name, staffId, position: slotLabel(slot, sheet) };
}

function holderOf(slot: SignatorySlot, sheet: PrimaryYearSheet, parts: YearSheetParts) {
  const person = (member: StaffMember) => ({ name: member.fullName, staffId: member.staffId });
  switch (slot) {
    case 'homeroomTeacher':
      return person(parts.homeroomTeacher);
    case 'principal':
      return person(parts.principal);
    case 'organisationSeal':
      return { name: parts.school.name, staffId: parts.school.schoolId };
    default: {
      const row = sheet.subjects[Number(slot.slice('subjectTeacher-'.length)) - 1];
      return person(parts.teachers.get(row?.subject ?? '') ?? parts.homeroomTeacher);
    }
  }
}
