import type { YearSheet } from '../year-sheet.ts';

/** A text file made from sheets. */
export interface SerializedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** Rows made from sheets, each with a cell for every column; `null`: no value. */
export interface SerializedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A value of a sheet that the format has no place for, or not for all of it. */
export interface LostValue {
  /** Of which sheet: `recordId/schoolYear/version`. */
  readonly sheet: string;
  /** By field names, rows of lists as `[]`: `subjects[].topic.title`. */
  readonly path: string;
  readonly loss: 'not-carried' | 'shortened' | 'own-code';
  /** How many values of the sheet it concerns. */
  readonly values: number;
  /** Vietnamese, whole sentence. */
  readonly sentence: string;
}

export interface Serialized {
  readonly files: readonly SerializedFile[];
  readonly tables: readonly SerializedTable[];
  /** Everything the format could not carry: nothing is dropped without standing here. */
  readonly lost: readonly LostValue[];
}

/**
 * A format the record can be written in. The record's own XML is one; the ministry's (QĐ 3016/QĐ-BGDĐT), once its annex
 * is at hand, will be another. Pure: what the format needs besides the sheets comes in as `Options`.
 */
export interface RecordSerializer<Options> {
  readonly name: string;
  readonly version: string;
  /** @throws RecordError `not-writable`, RangeError for options that make no sense */
  write(sheets: readonly YearSheet[], options: Options): Serialized;
}

/** How a sheet is named in {@link LostValue}. */
export function nameOfSheet({ recordId, schoolYear, version }: YearSheet): string {
  return `${recordId}/${schoolYear}/${version}`;
}
