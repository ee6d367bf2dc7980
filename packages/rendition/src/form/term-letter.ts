import { type Term, termOf } from '@hocba/record';

/** The letter a form prints for a value of a code list; empty where nothing was assessed. */
export function letterOf<Id extends string>(terms: readonly Term<Id>[], id: Id | null | undefined): string {
  return id === null || id === undefined ? '' : termOf(terms, id).code;
}
