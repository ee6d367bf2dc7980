/** One “label: value” of a form, as its template expects it. */
export interface FieldView {
  readonly label: string;
  readonly value: string;
  readonly strong: boolean;
  /** Share of the line's width. */
  readonly share: number;
}

export function field(label: string, value: string | null, look: { strong?: boolean; share?: number } = {}): FieldView {
  return { label, value: value ?? '', strong: look.strong ?? false, share: look.share ?? 1 };
}

/** What every page of a document shares. `date` is what the file says of its own making. */
export interface DocumentMeta {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly date: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;
  readonly landscape: boolean;
  /** Lines of the note at the foot of every page. */
  readonly footer: readonly string[];
}
