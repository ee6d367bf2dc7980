import { labelOf, normaliseText, primarySubjects } from '@hocba/record';
import { AppError, type Problem } from '../../platform/app-error.ts';
import { textProblem } from '../../platform/text-problem.ts';
import type { PupilYearFacts } from './pupil-year-facts.ts';

/** Facts as they may be stored: what was pasted is normalised (line ends, invisible characters, Unicode form). */
export function friendlyFacts(facts: PupilYearFacts): PupilYearFacts {
  const { qualitiesAndCompetences: rated, commendation } = facts;
  return {
    ...facts,
    subjects: facts.subjects.map((row) => ({ ...row, comment: normaliseText(row.comment) })),
    qualitiesAndCompetences: {
      ...rated,
      qualitiesComment: normaliseText(rated.qualitiesComment),
      generalCompetencesComment: normaliseText(rated.generalCompetencesComment),
      specificCompetencesComment: normaliseText(rated.specificCompetencesComment),
    },
    commendation: commendation && { ...commendation, others: commendation.others.map(normaliseText) },
  };
}

/** @throws AppError 400 naming every field with a character no record can carry, and a subject given twice. */
export function requireStorable(facts: PupilYearFacts): void {
  const problems = [...repeatedSubjects(facts), ...unwritable(facts)];
  if (problems.length === 0) return;
  throw new AppError({
    code: 'facts-not-storable',
    status: 400,
    problems,
    sentence: `Có ${problems.length} chỗ chưa lưu được. Hãy sửa các mục dưới đây rồi lưu lại.`,
  });
}

function unwritable(facts: PupilYearFacts): Problem[] {
  const rated = facts.qualitiesAndCompetences;
  const fields: (readonly [string, string])[] = [
    ...facts.subjects.map((row) => [`Nhận xét môn ${labelOf(primarySubjects, row.subject)}`, row.comment] as const),
    ['Nhận xét phẩm chất chủ yếu', rated.qualitiesComment],
    ['Nhận xét năng lực chung', rated.generalCompetencesComment],
    ['Nhận xét năng lực đặc thù', rated.specificCompetencesComment],
    ...(facts.commendation?.others ?? []).map((text) => ['Khen thưởng', text] as const),
  ];
  return fields.flatMap(([where, text]) => {
    const sentence = textProblem(text);
    return sentence === null ? [] : [{ code: 'character-invalid', where, sentence: `${where} ${sentence}` }];
  });
}

function repeatedSubjects({ subjects }: PupilYearFacts): Problem[] {
  const seen = new Set<string>();
  return subjects.flatMap(({ subject }) => {
    const repeated = seen.has(subject);
    seen.add(subject);
    if (!repeated) return [];
    const where = labelOf(primarySubjects, subject);
    return [{ code: 'subject-repeated', where, sentence: `Môn ${where} có hai dòng; mỗi môn chỉ được một dòng.` }];
  });
}
