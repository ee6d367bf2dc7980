import { type PrimarySubject, primarySubjects } from '@hocba/record';
import type { PrimarySubjectInput, RatedInput } from '../../src/index.ts';

export type MutableRow = { -readonly [Key in keyof PrimarySubjectInput]: PrimarySubjectInput[Key] };
export type Rated<Name extends string> = { -readonly [Key in keyof RatedInput<Name>]: RatedInput<Name>[Key] };

export const defaultComment = 'Hoàn thành tốt các yêu cầu cần đạt.';

/** The row of a subject by its label; a subject outside the grade's programme gets an empty row. */
export function rowNamed(rows: MutableRow[], label: string): MutableRow {
  const subject = subjectNamed(label);
  const found = rows.find((row) => row.subject === subject);
  if (found) return found;
  const added: MutableRow = { subject, level: null, tests: [], comment: defaultComment, supplementary: null };
  rows.push(added);
  return added;
}

export function subjectNamed(label: string): PrimarySubject {
  const found = primarySubjects.find((term) => term.label === label);
  if (!found) throw new Error(`không có môn “${label}”`);
  return found.id;
}
