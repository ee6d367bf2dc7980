import type { CommentResult } from '@hocba/record';
import { labelOf } from '@hocba/record';
import type { Datum, ReasonInput } from '../reason.ts';
import { averageLabel } from '../tenths.ts';
import { type SecondarySubject, secondarySubjects } from './secondary-subjects.ts';

/** The results of the subjects that count, for a semester or a year. */
export interface AcademicFacts {
  readonly scored: readonly { readonly subject: SecondarySubject; readonly averageTenths: number }[];
  readonly commented: readonly { readonly subject: SecondarySubject; readonly result: CommentResult }[];
}

export function averageDatum(subject: SecondarySubject): Datum {
  return { kind: 'score', of: subject, label: labelOf(secondarySubjects, subject) };
}

export function scoredInput({ subject, averageTenths }: AcademicFacts['scored'][number]): ReasonInput {
  return { ...averageDatum(subject), value: averageLabel(averageTenths) };
}

export function commentedInput({ subject, result }: AcademicFacts['commented'][number]): ReasonInput {
  const label = labelOf(secondarySubjects, subject);
  return { kind: 'subjectLevel', of: subject, label, value: commentResultLabel(result) };
}

export function commentResultLabel(result: CommentResult): string {
  return result === 'achieved' ? 'Đạt' : 'Chưa đạt';
}
