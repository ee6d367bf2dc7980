import { type SecondaryParameters, secondaryParameterNotes } from '../tt22-2021/index.ts';
import { type PrimaryParameters, primaryParameterNotes } from '../tt27-2020/index.ts';
import type { Json, JsonObject } from './json-line.ts';
import { isAbsent, type LineReader } from './line-reader.ts';

interface Note {
  readonly settings: Readonly<Record<string, string>>;
}

/** A number, not a choice of settings. */
const lengthParameter = 'commentMaxLength';

export function readSecondaryParameters(value: Json | undefined, reader: LineReader): Partial<SecondaryParameters> {
  return isAbsent(value) ? {} : choices(value, secondaryParameterNotes, reader);
}

export function readPrimaryParameters(value: Json | undefined, reader: LineReader): Partial<PrimaryParameters> {
  return isAbsent(value) ? {} : choices(value, primaryParameterNotes, reader);
}

/** Named choices, each one of the settings that its note lists. */
function choices(value: Json, notes: Readonly<Record<string, Note>>, reader: LineReader): JsonObject {
  const given = reader.object(value, 'parameters', new Set(Object.keys(notes))) ?? {};
  const chosen = Object.entries(given).filter(([name, setting]) => Object.hasOwn(notes, name) && !isAbsent(setting));
  for (const [name, setting] of chosen) {
    const path = `parameters.${name}`;
    if (name === lengthParameter) reader.wholeNumber(setting, path);
    else reader.oneOf(setting, path, Object.keys(notes[name]?.settings ?? {}));
  }
  return Object.fromEntries(chosen);
}
