import type { PrimaryYearConclusion, PrimaryYearSheet, RatedRow, Score } from '@hocba/record';
import type { PrimarySubjectInput, PrimaryYearInput, RatedInput } from '../../src/index.ts';

const generalCompetences: readonly string[] = ['selfReliance', 'communication', 'problemSolving'];

/** An invented pupil's sheet holding this year's data and conclusion. */
export function sheetOf(input: PrimaryYearInput, conclusion: PrimaryYearConclusion): PrimaryYearSheet {
  const competences = input.competences.map((row) => ratedRow(row));
  return {
    schoolLevel: 'primary',
    circular: 'TT27/2020',
    recordId: '0'.repeat(32),
    lookupCode: '1'.repeat(32),
    version: 1,
    schoolYear: input.schoolYear,
    grade: input.grade,
    className: `${input.grade}A`,
    school: {
      schoolId: '96000001',
      name: 'Trường Tiểu học Sông Mơ',
      communeCode: '31999',
      communeName: 'Xã Sông Mơ',
      provinceCode: '92',
      provinceName: 'Thành phố Cần Thơ',
    },
    student: {
      studentId: '9600000001',
      fullName: 'Nguyễn Thị Mẫu',
      gender: 'female',
      birthDate: '2017-05',
      birthPlace: null,
      ethnicityCode: '01',
      nationality: 'Việt Nam',
      homeTown: null,
      address: null,
      fatherName: null,
      motherName: null,
      guardianName: null,
      personalId: 'T0000000001',
      personalIdStatus: 'temporary',
      disability: input.disability,
      individualEducationPlan: input.individualEducationPlan,
    },
    carriedOverOn: '2026-05-29',
    placeOfIssue: 'Sông Mơ',
    heightTenths: null,
    weightTenths: null,
    absentWithLeave: 0,
    absentWithoutLeave: 0,
    subjects: input.subjects.map(subjectRow),
    qualitiesAndCompetences: {
      qualities: input.qualities.map((row) => ratedRow(row)),
      qualitiesComment: '',
      generalCompetences: competences.filter(({ name }) => generalCompetences.includes(name)),
      generalCompetencesComment: '',
      specificCompetences: competences.filter(({ name }) => !generalCompetences.includes(name)),
      specificCompetencesComment: '',
    },
    conclusion,
    signatories: [],
  };
}

function subjectRow({ subject, level, tests, comment, supplementary }: PrimarySubjectInput) {
  const effective = tests.find((attempt) => attempt.effective);
  return {
    subject,
    level,
    score: asScore(effective?.scoreTenths ?? null),
    comment,
    supplementary: supplementary && { level: supplementary.level, score: asScore(supplementary.scoreTenths) },
    responsible: null,
  };
}

function ratedRow<Name extends string>({ name, level, supplementary }: RatedInput<Name>): RatedRow<Name> {
  return { name, level, supplementary };
}

/** The sheet's type promises a score; a reader of files must not, so cases may break the promise. */
function asScore(tenths: number | null): Score | null {
  return tenths as Score | null;
}
