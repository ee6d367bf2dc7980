import type { ScoredTerm, TaughtSubject, UpperSecondaryPupil } from './upper-secondary-school.ts';

/** A pupil's year as a line for `hocba evaluate`: in every second class with decimal commas, as spreadsheets have them. */
export function upperSecondaryLine(pupil: UpperSecondaryPupil): string {
  const { studentId, className, grade, subjects, conduct, absentHalfDays } = pupil;
  const written = className.charCodeAt(2) % 2 === 0 ? withComma : asNumber;
  return JSON.stringify({
    id: studentId,
    circular: 'TT22/2021',
    schoolYear: '2025-2026',
    grade,
    subjects: Object.fromEntries(subjects.map((row) => [row.subject, subjectFields(row, written)])),
    conduct: { first: conduct[0], second: conduct[1] },
    absentHalfDays,
  });
}

type Written = (tenths: number) => number | string;

function subjectFields({ terms: [first, second] }: TaughtSubject, written: Written): object {
  if ('regular' in first && 'regular' in second)
    return { first: scored(first, written), second: scored(second, written) };
  return { first: { assessments: first }, second: { assessments: second } };
}

function scored({ regular, topic, midterm, endOfTerm }: ScoredTerm, written: Written): object {
  return {
    regular: regular.map(written),
    ...(topic === null ? {} : { topic: written(topic) }),
    midterm: written(midterm),
    endOfTerm: written(endOfTerm),
  };
}

function asNumber(tenths: number): number {
  return tenths / 10;
}

function withComma(tenths: number): string {
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}
