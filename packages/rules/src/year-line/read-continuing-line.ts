import type { ContinuingParameters, ContinuingYearInput } from '../tt43-2021/index.ts';
import type { Json, JsonObject } from './json-line.ts';
import { isAbsent, type LineReader } from './line-reader.ts';
import { readSecondaryYear } from './read-secondary-line.ts';

export const continuingFields = {
  line: new Set(['id', 'circular', 'schoolYear', 'grade', 'subjects', 'conduct', 'absentHalfDays', 'parameters']),
  parameters: new Set(['academicThresholds']),
  academicThresholds: new Set(['subjectsRequired', 'confirmedBy']),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

/** A TT43/2021 learner-year from one line, in the fields of TT22/2021. */
export function readContinuingLine(line: JsonObject, reader: LineReader): ContinuingYearInput {
  reader.object(line, '', continuingFields.line);
  return { ...readSecondaryYear(line, reader), parameters: readParameters(line['parameters'], reader) };
}

function readParameters(value: Json | undefined, reader: LineReader): Partial<ContinuingParameters> {
  if (isAbsent(value)) return {};
  const { academicThresholds } = reader.object(value, 'parameters', continuingFields.parameters) ?? {};
  if (isAbsent(academicThresholds) || academicThresholds === 'off') return {};
  const path = 'parameters.academicThresholds';
  const given = reader.object(academicThresholds, path, continuingFields.academicThresholds) ?? {};
  const subjectsRequired = reader.wholeNumber(given['subjectsRequired'], `${path}.subjectsRequired`);
  if (subjectsRequired < 1) reader.refuse(`${path}.subjectsRequired`, 'phải từ 1 trở lên');
  const confirmedBy = reader.text(given['confirmedBy'], `${path}.confirmedBy`);
  if (confirmedBy.trim() === '') reader.refuse(`${path}.confirmedBy`, 'phải ghi ai xác nhận, theo văn bản nào');
  return { academicThresholds: { subjectsRequired, confirmedBy } };
}
