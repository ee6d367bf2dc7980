import { checkPaperYear } from '../check-paper-year.ts';
import { evaluateYear } from '../evaluate-year.ts';
import type { DataProblem } from '../reason.ts';
import { checkAssessmentPoint } from '../tt27-2020/index.ts';
import { evaluateContinuingYear } from '../tt43-2021/index.ts';
import { type JsonObject, parseJsonLine, repeatedNames } from './json-line.ts';
import { isAbsent, isObject, type LineProblem, LineReader } from './line-reader.ts';
import { readContinuingLine } from './read-continuing-line.ts';
import { isPaperCircular, readPaperLine } from './read-paper-line.ts';
import { readPrimaryLine } from './read-primary-line.ts';
import { readSecondaryLine } from './read-secondary-line.ts';
import { continuingAnswer, primaryAnswer, secondaryAnswer } from './year-answer.ts';

/** `evaluated`: the answer is as good as the data; `dataErrors`: read, but the data contradict the circular; `unreadable`: not the documented form. */
export type LineOutcome = 'evaluated' | 'dataErrors' | 'unreadable';

export interface EvaluatedLine {
  readonly outcome: LineOutcome;
  /** What is printed, as JSON text without the line's end. */
  readonly text: string;
}

/** One pupil-year a line in, one JSON object a line out; total: whatever stands in the line becomes an answer. */
export function evaluateLine(text: string, line: number): EvaluatedLine {
  let value: unknown;
  try {
    value = parseJsonLine(text);
  } catch {
    return unreadableLine(line, { sentence: 'không phải JSON' });
  }
  const given = value as JsonObject;
  if (!isObject(given)) return unreadableLine(line, { sentence: 'không phải một đối tượng JSON {…}' });
  const reader = new LineReader();
  if (!isAbsent(given['id'])) reader.text(given['id'], 'id');
  const answer = answerTo(given, reader);
  if (colonsIn(text) !== reader.names) refuseRepeated(text, reader);
  const id = typeof given['id'] === 'string' ? given['id'] : undefined;
  if (reader.problems.length > 0)
    return unreadableLine(line, { ...(id === undefined ? {} : { id }), problems: reader.problems });
  const { errors, ...rest } = answer();
  const printed = JSON.stringify({ line, ...(id === undefined ? {} : { id }), ...rest, errors });
  return { outcome: errors.length > 0 ? 'dataErrors' : 'evaluated', text: printed };
}

type Answer = () => { readonly errors: readonly DataProblem[] };

/** Reads at once, computes only when asked: after the faults of the line are known. */
function answerTo(given: JsonObject, reader: LineReader): Answer {
  switch (given['circular']) {
    case 'TT22/2021': {
      const input = readSecondaryLine(given, reader);
      return () => secondaryAnswer(evaluateYear('TT22/2021', input));
    }
    case 'TT27/2020': {
      const { input, point, withoutComment } = readPrimaryLine(given, reader);
      if (point !== 'yearEnd') return () => ({ circular: 'TT27/2020', point, ...checkAssessmentPoint(input, point) });
      return () => primaryAnswer(evaluateYear('TT27/2020', input), withoutComment);
    }
    case 'TT43/2021': {
      const input = readContinuingLine(given, reader);
      return () => continuingAnswer(evaluateContinuingYear(input));
    }
    default:
      return paperAnswer(given, reader);
  }
}

function paperAnswer(given: JsonObject, reader: LineReader): Answer {
  const { circular } = given;
  if (isPaperCircular(circular)) {
    const year = readPaperLine(given, circular, reader);
    return () => checkPaperYear(year);
  }
  reader.refuse('circular', 'phải là "TT22/2021", "TT27/2020", "TT43/2021" hoặc một thông tư cũ');
  return () => ({ errors: [] });
}

interface Unreadable {
  readonly id?: string;
  readonly sentence?: string;
  readonly problems?: readonly LineProblem[];
}

/** The answer to a line that is not in the documented form, with everything that is wrong in it. */
export function unreadableLine(line: number, { id, sentence, problems = [] }: Unreadable): EvaluatedLine {
  const what = sentence ?? problems.map((one) => `${one.path === '' ? '' : `${one.path} `}${one.sentence}`).join('; ');
  const error = { sentence: `Dòng ${line}: ${what}. Xem docs/formats/evaluate.md.`, problems };
  return { outcome: 'unreadable', text: JSON.stringify({ line, ...(id === undefined ? {} : { id }), error }) };
}

function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count += 1;
  return count;
}

function refuseRepeated(text: string, reader: LineReader): void {
  for (const name of repeatedNames(text)) reader.refuse(name, 'được ghi hai lần trong cùng một đối tượng');
}
