/** The table of a class as its template expects it: groups over narrow columns, wider ones after them, then the pupils. */
export interface SummaryTableView {
  readonly groups: readonly { readonly label: string; readonly columns: readonly string[] }[];
  /** Centimetres a narrow column takes where there is room for all. */
  readonly widestMark: number;
  readonly tail: readonly TailColumnView[];
  readonly rows: readonly SummaryRowView[];
  readonly totals: readonly string[];
  readonly legend: string;
}

/** A column after the marks. */
export interface TailColumnView {
  readonly label: string;
  /** In centimetres; `null` takes the room that is left. */
  readonly width: number | null;
  readonly upright: boolean;
}

export interface SummaryRowView {
  readonly number: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly marks: readonly MarkView[];
  readonly tail: readonly string[];
}

/** What counts, and above it in small what stood before it was assessed again. */
export interface MarkView {
  readonly value: string;
  readonly before: string;
}

/** `again` replaces `first` where there is one. */
export function markView(first: string, again: string): MarkView {
  return again === '' ? { value: first, before: '' } : { value: again, before: first };
}
