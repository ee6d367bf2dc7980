import { assessmentFormOf } from '@hocba/record';
import {
  type CommentedSubjectInput,
  type ScoredSubjectInput,
  type SecondaryLevel,
  type SecondarySubject,
  type SecondaryYearInput,
  secondaryLevels,
  secondarySubjects,
} from '../../src/index.ts';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export type DraftRow = Mutable<ScoredSubjectInput> | Mutable<CommentedSubjectInput>;
/** A year under construction. */
export type Draft = Mutable<Omit<SecondaryYearInput, 'subjects'>> & { subjects: DraftRow[] };

export function draftRow(subject: SecondarySubject): DraftRow {
  return assessmentFormOf(subject) === 'byScore'
    ? { form: 'byScore', subject, first: null, second: null, yearAverageTenths: 80, reassessedTenths: null }
    : { form: 'byComment', subject, first: null, second: null, yearResult: 'achieved', reassessed: null };
}

export function rowNamed(draft: Draft, label: string): DraftRow {
  const subject = subjectNamed(label);
  const found = draft.subjects.find((row) => row.subject === subject);
  if (!found) throw new Error(`học sinh không học “${label}”`);
  return found;
}

export function subjectNamed(label: string): SecondarySubject {
  const found = secondarySubjects.find((term) => term.label === label);
  if (!found) throw new Error(`không có môn “${label}”`);
  return found.id;
}

export function levelNamed(label: string): SecondaryLevel {
  const found = secondaryLevels.find((term) => term.label === label);
  if (!found) throw new Error(`không có mức “${label}”`);
  return found.id;
}

export function tenths(text: string): number {
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`không phải điểm: “${text}”`);
  return Math.round(value * 100) / 10;
}
