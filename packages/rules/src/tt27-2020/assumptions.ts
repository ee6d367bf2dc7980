import { type Reason, reason } from '../reason.ts';
import { type PrimaryParameters, settingInWords } from './parameters.ts';
import type { PrimaryYearInput } from './primary-year-input.ts';
import { competenceMayStayBlank, standingOf } from './subjects-by-grade.ts';
import { effectiveScore } from './year-facts.ts';

/** The parameters that touched this pupil, said aloud beside the result, so that nobody takes a setting for the law. */
export function assumptions(input: PrimaryYearInput, parameters: PrimaryParameters): readonly Reason[] {
  const used: (keyof PrimaryParameters)[] = [];
  if (electiveStands(input)) used.push('electives');
  if (competenceBlank(input)) used.push('competencesBeforeSubject');
  if (branchesDiffer(input)) used.push('informaticsTechnologyTest');
  if (input.subjects.some((row) => row.tests.some((attempt) => attempt.scoreTenths === 0))) used.push('zeroScore');
  return used.map((parameter) => ({
    ...reason(
      'TT27/2020 Đ9.2.a',
      `Quy định có chỗ hiểu được nhiều cách; quy ước đang dùng – ${settingInWords(parameters, parameter)}`,
    ),
    parameter,
  }));
}

function electiveStands({ subjects, grade }: PrimaryYearInput): boolean {
  return subjects.some(
    (row) => standingOf(row.subject, grade) === 'elective' && (row.level !== null || row.comment.trim() !== ''),
  );
}

/** One branch without a score, or with another one than its sister. */
function branchesDiffer({ subjects }: PrimaryYearInput): boolean {
  const scoreIn = (subject: 'informatics' | 'technology') => {
    const row = subjects.find((candidate) => candidate.subject === subject);
    return row === undefined ? null : effectiveScore(row);
  };
  return scoreIn('informatics') !== scoreIn('technology');
}

function competenceBlank({ competences, grade }: PrimaryYearInput): boolean {
  const blank = (name: 'technology' | 'informatics') =>
    competenceMayStayBlank(name, grade) && (competences.find((row) => row.name === name)?.level ?? null) === null;
  return blank('technology') || blank('informatics');
}
