import { inexactNumber, type Json, type JsonObject, tenthsOf } from './json-line.ts';

/** One fault of a line: where ("subjects.mathematics.first.midterm") and what, with what to write instead. */
export interface LineProblem {
  readonly path: string;
  readonly sentence: string;
}

/** As many as a person will read of one line. */
const mostProblems = 50;

/** Reads values strictly and collects everything that is wrong, instead of stopping at the first fault. */
export class LineReader {
  readonly #problems: LineProblem[] = [];
  #unsaid = 0;
  /** Names in all objects looked into: where the text has more colons, a name may stand twice. */
  names = 0;

  refuse(path: string, sentence: string): undefined {
    if (this.#problems.length < mostProblems) this.#problems.push({ path, sentence });
    else this.#unsaid += 1;
    return undefined;
  }

  /** What was refused; of a line that is wrong throughout the first faults and how many more there are. */
  get problems(): readonly LineProblem[] {
    if (this.#unsaid === 0) return this.#problems;
    return [...this.#problems, { path: '', sentence: `còn ${this.#unsaid} chỗ sai khác` }];
  }

  /** An object with no other names than `allowed`; undefined, and refused, for anything else. */
  object(value: Json | undefined, path: string, allowed: ReadonlySet<string>): JsonObject | undefined {
    if (!isObject(value)) return this.refuse(path, `phải là một đối tượng {…}, không phải ${shown(value)}`);
    for (const name in value) {
      this.names += 1;
      if (!allowed.has(name)) this.refuse(join(path, cut(name)), `không có trường này; chỉ có ${listed(allowed)}`);
    }
    return value;
  }

  list(value: Json | undefined, path: string): readonly Json[] {
    if (Array.isArray(value)) return value;
    this.refuse(path, `phải là một danh sách […], không phải ${shown(value)}`);
    return [];
  }

  oneOf<Id extends string>(value: Json | undefined, path: string, choices: readonly Id[]): Id | undefined {
    const found = choices.find((choice) => choice === value);
    return found ?? this.refuse(path, `phải là ${quoted(choices)}, không phải ${shown(value)}`);
  }

  text(value: Json | undefined, path: string): string {
    if (typeof value === 'string') return value;
    this.refuse(path, `phải là chuỗi, không phải ${shown(value)}`);
    return '';
  }

  /** `false` where it is not given. */
  flag(value: Json | undefined, path: string): boolean {
    return isAbsent(value) ? false : this.givenFlag(value, path);
  }

  /** Refused where it is not given: neither answer may be assumed. */
  givenFlag(value: Json | undefined, path: string): boolean {
    if (typeof value === 'boolean') return value;
    this.refuse(path, `phải là true hoặc false, không phải ${shown(value)}`);
    return false;
  }

  wholeNumber(value: Json | undefined, path: string): number {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    this.refuse(path, `phải là số nguyên, không phải ${shown(value)}`);
    return 0;
  }

  /** A score in tenths, from a JSON number or from a string with comma or dot; never rounded. */
  score(value: Json | undefined, path: string): number {
    const tenths =
      typeof value === 'number' ? tenthsOf(value) : typeof value === 'string' ? tenthsIn(value) : Number.NaN;
    if (Number.isSafeInteger(tenths)) return tenths;
    this.refuse(
      path,
      `phải là điểm như 8, 7.5 hoặc "7,5", nhiều nhất một chữ số thập phân, không phải ${shown(value)}`,
    );
    return 0;
  }
}

/** Not given: left out, or null. */
export function isAbsent(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null;
}

/** An object of the line; a number kept as its text is none. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && inexactNumber(value) === undefined;
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function tenthsIn(text: string): number {
  const [, sign = '', whole = '', decimal = '0'] = /^(-?)(0|[1-9]\d{0,2})(?:[.,](\d))?$/.exec(text) ?? [];
  return whole === '' ? Number.NaN : Number(`${sign}${whole}${decimal}`);
}

function quoted(choices: readonly string[]): string {
  return choices.length > 12
    ? 'một mã trong docs/formats/evaluate.md'
    : choices.map((choice) => `"${choice}"`).join(', ');
}

function listed(allowed: ReadonlySet<string>): string {
  return allowed.size > 14 ? 'các mã trong GLOSSARY.md' : [...allowed].join(', ');
}

/** Never looks into lists and objects: they may be nested deeper than the stack. */
function shown(value: Json | undefined): string {
  if (value === undefined) return 'để trống';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (isObject(value)) return '{…}';
  return cut(inexactNumber(value) ?? JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
