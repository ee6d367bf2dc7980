interface Term {
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/** The official label of a value of a code list. */
export function labelOf(terms: readonly Term[], id: string): string {
  return termOf(terms, id).label;
}

/** The letter the form prints for a value of a code list; empty where nothing was assessed. */
export function letterOf(terms: readonly Term[], id: string | null | undefined): string {
  return id === null || id === undefined ? '' : termOf(terms, id).code;
}

function termOf(terms: readonly Term[], id: string): Term {
  const term = terms.find((candidate) => candidate.id === id);
  if (term === undefined) throw new RangeError(`not in the code list: ${id}`);
  return term;
}
