/**
 * A PDF object, kept so that it can be written back as it was: numbers keep their text, strings and dictionaries know
 * where in the file they stood (`start`/`end`; −1 inside an object stream or when made by us).
 * @spec ISO 32000-1 7.3
 */
export type PdfValue =
  | PdfNull
  | PdfBoolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfReference
  | PdfStream;

export interface PdfNull {
  readonly kind: 'null';
}
export interface PdfBoolean {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface PdfNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly text: string;
}
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  readonly hexadecimal: boolean;
  readonly start: number;
  readonly end: number;
}
export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
  readonly start: number;
  readonly end: number;
}
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  /** As in the file, before any filter. */
  readonly encoded: Uint8Array;
}

export const pdfNull: PdfNull = { kind: 'null' };

export function pdfName(name: string): PdfName {
  return { kind: 'name', name };
}

export function pdfInteger(value: number): PdfNumber {
  return { kind: 'number', value, text: String(value) };
}

export function pdfReference(number: number): PdfReference {
  return { kind: 'reference', number, generation: 0 };
}

export function pdfArray(items: readonly PdfValue[]): PdfArray {
  return { kind: 'array', items, start: -1, end: -1 };
}

export function pdfString(bytes: Uint8Array, hexadecimal = false): PdfString {
  return { kind: 'string', bytes, hexadecimal, start: -1, end: -1 };
}

export function pdfDictionary(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary {
  const present = new Map<string, PdfValue>();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) present.set(key, value);
  return { kind: 'dictionary', entries: present };
}

/** The same dictionary with some entries set, the others and their order kept. */
export function withEntries(
  dictionary: PdfDictionary,
  entries: Readonly<Record<string, PdfValue | undefined>>,
): PdfDictionary {
  const merged = new Map(dictionary.entries);
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) merged.set(key, value);
  return { kind: 'dictionary', entries: merged };
}
