import { type SecondarySubject, secondarySubjects } from '@hocba/record';

const places: ReadonlyMap<SecondarySubject, number> = new Map(secondarySubjects.map(({ id }, place) => [id, place]));

/** Rows in the order of the forms, whatever order they came in; rows of one subject stay as they were. */
export function inFormOrder<Row extends { readonly subject: SecondarySubject }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (places.get(a.subject) ?? 0) - (places.get(b.subject) ?? 0));
}
