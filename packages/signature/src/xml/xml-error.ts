import { SignatureError, type SignatureErrorCode } from '../errors.ts';

/** Why a file was not read, and where: line and column count from 1. */
export class XmlError extends SignatureError {
  readonly line: number;
  readonly column: number;

  constructor(code: SignatureErrorCode, detail: string, at: { readonly line: number; readonly column: number }) {
    super(code, `${detail} (${at.line}:${at.column})`);
    this.name = 'XmlError';
    this.line = at.line;
    this.column = at.column;
  }
}

/** Line and column of a character, both from 1. */
export function positionIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: index - lastBreak };
}
