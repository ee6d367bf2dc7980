/** One value of an official code list: identifier in code, label on screen and paper, code on the wire. */
export interface Term<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly code: string;
}

/** The entry of `id` in its list. */
export function termOf<Id extends string>(terms: readonly Term<Id>[], id: Id): Term<Id> {
  const term = terms.find((candidate) => candidate.id === id);
  if (!term) throw new RangeError(`not in its list: ${id}`);
  return term;
}

/** Vietnamese label of `id`. */
export function labelOf<Id extends string>(terms: readonly Term<Id>[], id: Id): string {
  return termOf(terms, id).label;
}

/** The identifier behind a wire code; undefined for a code not in the list. */
export function idOfCode<Id extends string>(terms: readonly Term<Id>[], code: string): Id | undefined {
  return terms.find((term) => term.code === code)?.id;
}
