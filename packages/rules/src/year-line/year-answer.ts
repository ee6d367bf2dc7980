import { labelOf } from '@hocba/record';
import { type SecondarySubjectOutcome, type SecondaryYearOutcome, secondarySubjects } from '../tt22-2021/index.ts';
import type { PrimaryYearOutcome } from '../tt27-2020/index.ts';
import type { ContinuingYearOutcome } from '../tt43-2021/index.ts';

/** What is printed of a secondary year: all but the list of conditions, averages as numbers with one decimal. */
export function secondaryAnswer({ conditions: _, subjects, ...outcome }: SecondaryYearOutcome) {
  const { circular, ...rest } = outcome;
  return { circular, subjects: subjects.map(printed), ...rest };
}

export function continuingAnswer({ subjects, ...outcome }: ContinuingYearOutcome) {
  const { circular, ...rest } = outcome;
  return { circular, subjects: subjects.map(printed), ...rest };
}

/** What is printed of a primary year; of a comment that the line does not speak of nobody is reminded. */
export function primaryAnswer(outcome: PrimaryYearOutcome, withoutComment: ReadonlySet<string>) {
  const { conditions: _, ...rest } = outcome;
  const reminded = rest.warnings.filter(({ code, of }) => code !== 'commentMissing' || !withoutComment.has(of));
  return { ...rest, warnings: reminded };
}

function printed(row: SecondarySubjectOutcome) {
  const { subject } = row;
  const label = labelOf(secondarySubjects, subject);
  const results = row.form === 'byScore' ? inUnits(row) : { first: row.first, second: row.second, year: row.year };
  return { subject, label, ...results };
}

/** 79 tenths print as 7.9: the quotient's nearest double is the one whose shortest form that is. */
function inUnits({ first, second, year }: Extract<SecondarySubjectOutcome, { form: 'byScore' }>) {
  return { first: first && first / 10, second: second && second / 10, year: year && year / 10 };
}
