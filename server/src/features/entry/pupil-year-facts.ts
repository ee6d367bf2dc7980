import type { PrimarySubject, QualitiesAndCompetences, SchoolYear, StudentProfile, SubjectLevel } from '@hocba/record';
import type {
  CommendationDecisions,
  PrimaryGrade,
  PrimaryYearInput,
  PromotionDecision,
  RowExemption,
  TestAttempt,
} from '@hocba/rules';
import type { ImportedYearResult } from '../enrolment/index.ts';

/** Một dòng môn học as entered. */
export interface SubjectFacts {
  readonly subject: PrimarySubject;
  readonly level: SubjectLevel | null;
  readonly tests: readonly TestAttempt[];
  readonly comment: string;
  readonly supplementary: { readonly level: SubjectLevel | null; readonly scoreTenths: number | null } | null;
  readonly exemption: RowExemption;
}

/** Dữ liệu theo dõi, đánh giá of one pupil's year, as people entered it: nothing computed in it. */
export interface PupilYearFacts {
  readonly heightTenths: number | null;
  readonly weightTenths: number | null;
  readonly absentWithLeave: number;
  readonly absentWithoutLeave: number;
  readonly subjects: readonly SubjectFacts[];
  readonly qualitiesAndCompetences: QualitiesAndCompetences;
  readonly levelWithheld: boolean;
  readonly principalDecision: PromotionDecision | null;
  readonly commendation: CommendationDecisions | null;
}

/** What the sector database's workbook says, as facts; results are left to the rules, decisions of people are taken over. */
export function factsFromImport(result: ImportedYearResult, profile: StudentProfile): PupilYearFacts {
  const withPlan = profile.individualEducationPlan;
  const levelWithheld = withPlan && result.stated.educationResult === null;
  return {
    heightTenths: result.heightTenths,
    weightTenths: result.weightTenths,
    absentWithLeave: result.absentWithLeave,
    absentWithoutLeave: result.absentWithoutLeave,
    subjects: result.subjects.map((row) => ({
      subject: row.subject,
      level: row.level,
      tests: row.score === null ? [] : [{ scoreTenths: row.score, effective: true }],
      comment: row.comment,
      supplementary: row.supplementary && { level: row.supplementary.level, scoreTenths: row.supplementary.score },
      exemption: withPlan && row.level === null ? 'assessment' : 'none',
    })),
    qualitiesAndCompetences: result.qualitiesAndCompetences,
    levelWithheld,
    principalDecision: decisionFromImport(result.stated, levelWithheld),
    commendation: commendationFromImport(result),
  };
}

/** Promotion is the principal's to decide without a level, or after a supplementary assessment failed. @law TT27/2020 Đ8, Đ11.1.c */
function decisionFromImport(stated: ImportedYearResult['stated'], levelWithheld: boolean): PromotionDecision | null {
  const { promoted, gradeCompleted, firstEducationResult } = stated;
  if (promoted === null) return null;
  if (levelWithheld) return { promoted, ...(gradeCompleted === null ? {} : { gradeCompleted }) };
  return gradeCompleted === false && firstEducationResult !== null ? { promoted } : null;
}

/** "Học sinh Tiêu biểu…" in the workbook records that people decided it; "Học sinh Xuất sắc" is computed anyway. */
function commendationFromImport(result: ImportedYearResult): CommendationDecisions | null {
  const texts = result.stated.commendations;
  if (texts.length === 0) return null;
  const isTitle = (text: string) => /^học sinh (xuất sắc|tiêu biểu)/i.test(text);
  const exemplary = texts.some((text) => /^học sinh tiêu biểu/i.test(text));
  return {
    outstandingOrClearProgress: exemplary,
    recognisedByClass: exemplary,
    others: texts.filter((text) => !isTitle(text)),
  };
}

export interface PupilOfYear {
  readonly schoolYear: SchoolYear;
  readonly grade: PrimaryGrade;
  readonly profile: StudentProfile;
}

export function rulesInput(facts: PupilYearFacts, pupil: PupilOfYear): PrimaryYearInput {
  const { qualities, generalCompetences, specificCompetences } = facts.qualitiesAndCompetences;
  return {
    schoolYear: pupil.schoolYear,
    grade: pupil.grade,
    subjects: facts.subjects,
    qualities,
    competences: [...generalCompetences, ...specificCompetences],
    disability: pupil.profile.disability,
    individualEducationPlan: pupil.profile.individualEducationPlan,
    levelWithheld: facts.levelWithheld,
    principalDecision: facts.principalDecision,
    commendation: facts.commendation,
  };
}
