import type { PrimarySubject } from '@hocba/record';
import type { PupilYearFacts, SubjectFacts } from './entry.client.ts';

export type ChangeFacts = (change: (facts: PupilYearFacts) => PupilYearFacts) => void;

/** Whatever the order of keys: the server's and the browser's differ. */
export function sameFacts(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, inKeyOrder) === JSON.stringify(b, inKeyOrder);
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function subjectRow(facts: PupilYearFacts, subject: PrimarySubject): SubjectFacts {
  const row = facts.subjects.find((each) => each.subject === subject);
  return row ?? { subject, level: null, tests: [], comment: '', supplementary: null, exemption: 'none' };
}

export function withSubject(facts: PupilYearFacts, row: SubjectFacts): PupilYearFacts {
  const known = facts.subjects.some(({ subject }) => subject === row.subject);
  const subjects = known
    ? facts.subjects.map((each) => (each.subject === row.subject ? row : each))
    : [...facts.subjects, row];
  return { ...facts, subjects };
}

/** The score that counts; earlier attempts stay as they are. */
export function countedScore({ tests }: SubjectFacts): number | null {
  return tests.find(({ effective }) => effective)?.scoreTenths ?? null;
}

export function withScore(row: SubjectFacts, scoreTenths: number | null): SubjectFacts {
  const others = row.tests.filter(({ effective }) => !effective);
  return { ...row, tests: scoreTenths === null ? others : [...others, { scoreTenths, effective: true }] };
}

/** Names of what differs: a subject's row, a block, a field. */
export function differingFields(a: PupilYearFacts, b: PupilYearFacts): string[] {
  const plain = (Object.keys(a) as (keyof PupilYearFacts)[]).filter(
    (name) => name !== 'subjects' && !sameFacts(a[name], b[name]),
  );
  const subjects = [...new Set([...a.subjects, ...b.subjects].map(({ subject }) => subject))].filter(
    (subject) => !sameFacts(subjectRow(a, subject), subjectRow(b, subject)),
  );
  return [...plain, ...subjects.map((subject) => `subjects.${subject}`)];
}

/** Their newer facts with what I changed since `base` put on top. */
export function mergeFacts(facts: {
  base: PupilYearFacts;
  mine: PupilYearFacts;
  theirs: PupilYearFacts;
}): PupilYearFacts {
  const { base, mine, theirs } = facts;
  let merged = theirs;
  for (const field of differingFields(base, mine)) {
    const subject = field.startsWith('subjects.') ? (field.slice('subjects.'.length) as PrimarySubject) : undefined;
    merged = subject
      ? withSubject(merged, subjectRow(mine, subject))
      : { ...merged, [field]: mine[field as keyof PupilYearFacts] };
  }
  return merged;
}
