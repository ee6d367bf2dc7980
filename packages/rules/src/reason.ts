/** "TT27/2020 Đ9.2.a": circular by number and year, article, clause, point; the circular alone where its text was not at hand; or a letter of the ministry. */
export type LawCitation = `TT${number}/${number} Đ${string}` | `TT${number}/${number}` | `CV${number}/BGDĐT-${string}`;

/** What a sentence is about, so that a screen can point at the very cell. */
export interface Datum {
  readonly kind:
    | 'subjectLevel'
    | 'score'
    | 'comment'
    | 'quality'
    | 'competence'
    | 'conduct'
    | 'absence'
    | 'decision'
    | 'commendation'
    | 'paper'
    | 'schoolYear'
    | 'result';
  /** Identifier within its kind: a subject, a quality, a competence; empty where there is only one. */
  readonly of: string;
  /** As a reader calls it: "Toán", "Trung thực". */
  readonly label: string;
}

/** A datum with the value that decided, as printed on the form. */
export interface ReasonInput extends Datum {
  readonly value: string;
}

/** Why a result is what it is: one sentence a parent understands, its article, and the data that decided. */
export interface Reason {
  readonly law: LawCitation;
  /** Vietnamese, ends with the citation in brackets. */
  readonly sentence: string;
  readonly inputs: readonly ReasonInput[];
  /** The named parameter whose setting shows here, where the text of the law leaves more than one reading. */
  readonly parameter?: string;
}

/** Dữ liệu còn thiếu. Missing data is never zero and never a level. */
export interface MissingDatum extends Datum {
  readonly sentence: string;
}

/** A fault in the data. An `error` leaves no result; a `warning` asks a person to look. */
export interface DataProblem extends Datum {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly law: LawCitation;
  readonly sentence: string;
}

/** A yes or no with its reasons; `null` while data or a person's decision is missing. */
export interface Decision {
  readonly holds: boolean | null;
  readonly reasons: readonly Reason[];
}

export function reason(law: LawCitation, sentence: string, inputs: readonly ReasonInput[] = []): Reason {
  return { law, sentence: `${sentence} (${law}).`, inputs };
}

/** "Toán, Tiếng Việt và Khoa học" */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} và ${last}`;
}
