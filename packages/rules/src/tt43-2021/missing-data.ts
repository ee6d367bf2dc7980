import type { Datum, MissingDatum } from '../reason.ts';
import { averageDatum } from '../tt22-2021/academic-facts.ts';
import type { SecondarySubjectOutcome } from '../tt22-2021/secondary-year-outcome.ts';
import type { ContinuingYearInput } from './continuing-year.ts';

const semesters = [
  ['first', 'học kì I'],
  ['second', 'học kì II'],
] as const;

/** What the year still lacks of what was begun; which subjects the programme asks for is not judged. @law TT43/2021 */
export function continuingMissingData(
  { subjects, conduct, absentHalfDays }: ContinuingYearInput,
  outcomes: readonly SecondarySubjectOutcome[],
): readonly MissingDatum[] {
  const assessed = outcomes.filter(({ subject }) => !subjects.some((row) => row.subject === subject && row.exempted));
  return [
    ...assessed.flatMap(missingResults),
    ...semesters
      .filter(([semester]) => conduct[semester] === null)
      .map(([of, label]) =>
        missing({ kind: 'conduct', of, label: `Rèn luyện ${label}` }, `Chưa có kết quả rèn luyện ${label}`),
      ),
    ...(absentHalfDays === null
      ? [
          missing(
            { kind: 'absence', of: '', label: 'Số buổi nghỉ học' },
            'Chưa có đủ số buổi nghỉ học cả năm, có phép và không phép',
          ),
        ]
      : []),
  ];
}

/** A year given directly needs no semesters. */
function missingResults(row: SecondarySubjectOutcome): readonly MissingDatum[] {
  if (row.year !== null) return [];
  const datum = averageDatum(row.subject);
  return semesters
    .filter(([semester]) => row[semester] === null)
    .map(([, label]) => missing(datum, `Chưa có đủ kết quả ${label} của ${datum.label}`));
}

function missing(datum: Datum, sentence: string): MissingDatum {
  return { ...datum, sentence: `${sentence}: cần nhập trước khi xét kết quả.` };
}
