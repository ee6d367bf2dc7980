import { type PaperYear, paperFields } from '../check-paper-year.ts';
import type { Grade } from '../circulars.ts';
import type { PaperCircular } from '../paper-value.ts';
import type { JsonObject } from './json-line.ts';
import { isAbsent, type LineReader } from './line-reader.ts';
import { readGrade } from './read-secondary-line.ts';

export const paperLineFields = {
  line: new Set(['id', 'circular', 'schoolYear', 'grade', 'paper']),
} as const;

const grades: readonly Grade[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** What an older paper record says, from one line: each box with one value or a list of them, as text. */
export function readPaperLine(line: JsonObject, circular: PaperCircular, reader: LineReader): PaperYear {
  reader.object(line, '', paperLineFields.line);
  const boxes = reader.object(line['paper'], 'paper', new Set(paperFields[circular].map(({ id }) => id))) ?? {};
  return {
    circular,
    schoolYear: reader.text(line['schoolYear'], 'schoolYear'),
    grade: readGrade(line['grade'], grades, reader),
    values: Object.entries(boxes).flatMap(([field, value]) => {
      if (Array.isArray(value))
        return value.map((text, index) => ({ field, text: reader.text(text, `paper.${field}[${index}]`) }));
      return isAbsent(value) ? [] : [{ field, text: reader.text(value, `paper.${field}`) }];
    }),
  };
}

export function isPaperCircular(circular: unknown): circular is PaperCircular {
  return typeof circular === 'string' && Object.hasOwn(paperFields, circular);
}
