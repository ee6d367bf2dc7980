import { evaluateLine, type LineOutcome, unreadableLine } from '@hocba/rules';
import { type LineChunk, longestLine } from './line-chunks.ts';

export type LineCounts = Readonly<Record<LineOutcome, number>>;

export interface EvaluatedChunk {
  /** UTF-8, one line of JSON for each line that was not blank. */
  readonly bytes: Uint8Array;
  readonly counts: LineCounts;
}

export const noLines: LineCounts = { evaluated: 0, dataErrors: 0, unreadable: 0 };

const strict = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** Answers every line of a chunk, in order; blank lines are counted and give nothing. */
export function evaluateChunk({ firstLine, bytes, tooLong }: LineChunk): EvaluatedChunk {
  const counts = { ...noLines };
  let answers = '';
  const tell = ({ outcome, text }: ReturnType<typeof evaluateLine>) => {
    counts[outcome] += 1;
    answers += `${text}\n`;
  };
  if (tooLong) tell(tooLongLine(firstLine));
  for (const [index, line] of linesOf(bytes).entries()) {
    const number = firstLine + index;
    if (line === undefined) tell(unreadableLine(number, { sentence: 'không phải văn bản UTF-8' }));
    else if (isTooLong(line)) tell(tooLongLine(number));
    else if (line.trim() !== '') tell(evaluateLine(line, number));
  }
  return { bytes: encoder.encode(answers), counts };
}

function tooLongLine(line: number): ReturnType<typeof evaluateLine> {
  return unreadableLine(line, { sentence: 'dài quá 1 MB' });
}

/** UTF-8 needs three bytes at most for one of these units. */
function isTooLong(line: string): boolean {
  return line.length * 3 > longestLine && Buffer.byteLength(line) > longestLine;
}

export function sumOfCounts(one: LineCounts, other: LineCounts): LineCounts {
  return {
    evaluated: one.evaluated + other.evaluated,
    dataErrors: one.dataErrors + other.dataErrors,
    unreadable: one.unreadable + other.unreadable,
  };
}

/** `undefined` for a line that is not UTF-8: the lines beside it are read all the same. */
function linesOf(bytes: Uint8Array): readonly (string | undefined)[] {
  const whole = decoded(bytes);
  if (whole !== undefined) return whole.split('\n');
  const lines: (string | undefined)[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const next = end === -1 ? bytes.length : end;
    lines.push(decoded(bytes.subarray(start, next)));
    start = next + 1;
  }
  return lines;
}

/** Without a byte order mark. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
