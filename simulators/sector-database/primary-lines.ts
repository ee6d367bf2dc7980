import type { QualityLevel, SubjectLevel } from '@hocba/record';
import { coreCompetences, coreQualities } from '@hocba/record';
import type {
  Conclusion,
  QualityLetter,
  SchoolData,
  SubjectLetter,
  SupplementaryResult,
  YearResult,
} from './school-data.ts';

const subjectLevels: Readonly<Record<SubjectLetter, SubjectLevel>> = {
  T: 'completedWell',
  H: 'completed',
  C: 'notCompleted',
};
const qualityLevels: Readonly<Record<QualityLetter, QualityLevel>> = { T: 'good', Đ: 'achieved', C: 'needsEffort' };

/** Each pupil's year as a line for `hocba evaluate`, without the conclusions that the school's software drew. */
export function primaryLines({ pupils, classes, results, supplementary, school }: SchoolData): readonly string[] {
  const gradeOf = new Map(classes.map(({ code, grade }) => [code, grade]));
  const pupilOf = new Map(pupils.map((pupil) => [pupil.studentId, pupil]));
  return results.map((result) => {
    const { studentId, classCode, conclusion } = result;
    const plan = pupilOf.get(studentId)?.individualEducationPlan === true;
    const again = supplementary.filter((one) => one.studentId === studentId);
    const levelWithheld = plan && conclusion.educationResult === null;
    const recognised = conclusion.commendation?.startsWith('Học sinh Tiêu biểu') === true;
    return JSON.stringify({
      id: studentId,
      circular: 'TT27/2020',
      schoolYear: school.schoolYear,
      grade: gradeOf.get(classCode),
      ...yearFields(result, again, plan),
      disability: pupilOf.get(studentId)?.disability != null,
      individualEducationPlan: plan,
      levelWithheld,
      ...decisionFields(levelWithheld ? conclusion : again.at(-1)?.conclusion, levelWithheld),
      ...(recognised ? { commendation: { outstandingOrClearProgress: true, recognisedByClass: true } } : {}),
    });
  });
}

/** Quyết định của hiệu trưởng, where the results alone do not promote the pupil. */
function decisionFields(conclusion: Conclusion | undefined, levelWithheld: boolean): object {
  if (conclusion === undefined || (conclusion.gradeCompleted && !levelWithheld)) return {};
  const { promoted, gradeCompleted } = conclusion;
  return { principalDecision: levelWithheld ? { promoted, gradeCompleted } : { promoted } };
}

function yearFields(result: YearResult, again: readonly SupplementaryResult[], plan: boolean): object {
  const level = (letter: QualityLetter | null | undefined) =>
    letter == null ? (plan ? { level: null, exempted: true } : null) : qualityLevels[letter];
  return {
    subjects: Object.fromEntries(
      [...result.subjects].map(([subject, row]) => [
        subject,
        {
          level: row.level && subjectLevels[row.level],
          score: row.score,
          comment: row.comment,
          ...supplementaryFields(again.find((one) => one.subject === subject)),
          ...(plan && row.level === null ? { exemption: 'assessment' } : {}),
        },
      ]),
    ),
    qualities: Object.fromEntries(coreQualities.map(({ id }) => [id, level(result.qualities.get(id))])),
    competences: Object.fromEntries(coreCompetences.map(({ id }) => [id, level(result.competences.get(id))])),
  };
}

function supplementaryFields(again: SupplementaryResult | undefined): object {
  return again === undefined ? {} : { supplementary: { level: subjectLevels[again.level], score: again.score } };
}
