import { isSchoolYear } from '@hocba/record';

/** What one field of a message may hold. Strict: what a rule does not name is refused, never dropped. */
export interface Rule<T> {
  /** `undefined` after reporting at least one problem. */
  parse(value: unknown, report: RuleReport): T | undefined;
}

/** Where a message is wrong, by field: `sheet.version`. */
export interface RuleReport {
  readonly path: string;
  readonly problems: string[];
}

const MOST_PROBLEMS = 50;

function addProblem({ path, problems }: RuleReport, expected: string): undefined {
  if (problems.length < MOST_PROBLEMS) problems.push(`${path || 'thông điệp'}: cần ${expected}`);
  return undefined;
}

function inside(report: RuleReport, step: string): RuleReport {
  return { path: report.path === '' ? step : `${report.path}.${step}`, problems: report.problems };
}

function textRule(expected: string, isRight: (text: string) => boolean): Rule<string> {
  return {
    parse: (value, report) => (typeof value === 'string' && isRight(value) ? value : addProblem(report, expected)),
  };
}

/** Text of at most `longest` UTF-16 units, not empty. */
export function text(longest: number): Rule<string> {
  return textRule(`chữ, 1 đến ${longest} ký tự`, (given) => given.length >= 1 && given.length <= longest);
}

export const hex32 = textRule('32 chữ số hệ mười sáu', (given) => /^[0-9a-f]{32}$/.test(given));
/** SHA-256 in lower-case hexadecimal. */
export const sha256 = textRule('SHA-256 viết bằng 64 chữ số hệ mười sáu', (given) => /^[0-9a-f]{64}$/.test(given));
export const identifier = textRule('mã 1 đến 64 ký tự A–Z, a–z, 0–9, “.”, “_”, “:”, “-”', (given) =>
  /^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$/.test(given),
);
export const date = textRule(
  'ngày có thật, dạng NNNN-TT-NN',
  (given) => /^\d{4}-\d\d-\d\d$/.test(given) && isInstant(`${given}T00:00:00Z`),
);
/** An instant in UTC: `2026-05-28T08:30:00Z`, fractions of a second allowed. */
export const instant = textRule('thời điểm UTC, ví dụ 2026-05-28T08:30:00Z', isInstant);

function isInstant(given: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(given)) return false;
  const time = Date.parse(given);
  // Date rolls 30 February over into March: compare the day.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === given.slice(0, 10);
}

export const schoolYear = textRule('năm học, dạng 2025-2026', isSchoolYear);

/** Base64 of at most `mostBytes` octets, padded, not empty. */
export function base64(mostBytes: number): Rule<string> {
  return textRule(
    `base64 của nhiều nhất ${mostBytes} byte`,
    (given) =>
      given.length > 0 &&
      given.length <= Math.ceil(mostBytes / 3) * 4 &&
      given.length % 4 === 0 &&
      /^[0-9A-Za-z+/]+={0,2}$/.test(given),
  );
}

export function wholeNumber(least: number, most: number): Rule<number> {
  return {
    parse: (value, report) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? value
        : addProblem(report, `số nguyên từ ${least} đến ${most}`),
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Rule<T> {
  return {
    parse: (value, report) =>
      values.find((known) => known === value) ?? addProblem(report, `một trong: ${values.join(', ')}`),
  };
}

export function orNull<T>(rule: Rule<T>): Rule<T | null> {
  return { parse: (value, report) => (value === null ? null : rule.parse(value, report)) };
}

export function listOf<T>(rule: Rule<T>, most: number): Rule<readonly T[]> {
  return {
    parse(value, report) {
      if (!Array.isArray(value) || value.length > most) return addProblem(report, `danh sách nhiều nhất ${most} mục`);
      const items = value.map((item, index) => rule.parse(item, inside(report, String(index))));
      return items.every((item) => item !== undefined) ? items : undefined;
    },
  };
}

/** Exactly these fields. */
export function object<T extends object>(rules: { readonly [K in keyof T]: Rule<T[K]> }): Rule<T> {
  const keys = Object.keys(rules) as (keyof T & string)[];
  const known = new Set<string>(keys);
  return {
    parse(value, report) {
      if (!isPlainObject(value)) return addProblem(report, 'một đối tượng');
      for (const key of Object.keys(value)) {
        if (!known.has(key)) addProblem(report, `không có trường “${key.slice(0, 40)}”`);
      }
      const result: Partial<T> = {};
      for (const key of keys) {
        const parsed = rules[key].parse(Object.hasOwn(value, key) ? value[key] : undefined, inside(report, key));
        if (parsed !== undefined) result[key] = parsed as T[typeof key];
      }
      return keys.every((key) => result[key] !== undefined) ? (result as T) : undefined;
    },
  };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
