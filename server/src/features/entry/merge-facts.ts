import { isDeepStrictEqual } from 'node:util';
import type { PupilYearFacts } from './pupil-year-facts.ts';

export interface MergedFacts {
  readonly facts: PupilYearFacts;
  /** Paths where a correction made here gave way to a new value of the workbook: `subjects.mathematics.comment`. */
  readonly overwritten: readonly string[];
}

export interface FactsToMerge {
  /** As they stand, corrections by hand included. */
  readonly current: PupilYearFacts;
  /** As the last import said them; null when there was none. */
  readonly before: PupilYearFacts | null;
  /** As this import says them. */
  readonly now: PupilYearFacts;
}

/** Takes over what the workbook changed since the last import and nothing else. Pure. */
export function mergeFacts({ current, before, now }: FactsToMerge): MergedFacts {
  if (before === null) return { facts: now, overwritten: [] };
  const overwritten: string[] = [];
  const facts = merge({ current, before, now }, '', overwritten) as PupilYearFacts;
  return { facts, overwritten };
}

interface Versions {
  readonly current: unknown;
  readonly before: unknown;
  readonly now: unknown;
}

function merge({ current, before, now }: Versions, path: string, overwritten: string[]): unknown {
  if (isDeepStrictEqual(before, now)) return current;
  if (isDeepStrictEqual(current, before) || isDeepStrictEqual(current, now)) return now;
  if (isObject(current) && isObject(before) && isObject(now)) {
    const merged = Object.keys({ ...current, ...now }).map((key) => {
      const versions = { current: current[key], before: before[key], now: now[key] };
      return [key, merge(versions, join(path, key), overwritten)] as const;
    });
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }
  if (isNamedList(current) && isNamedList(before) && isNamedList(now)) {
    const [mine, old] = [byName(current), byName(before)];
    return now.map((entry) => {
      const name = nameOf(entry);
      const known = mine.get(name);
      if (known === undefined) return entry;
      return merge({ current: known, before: old.get(name), now: entry }, join(path, name), overwritten);
    });
  }
  overwritten.push(path);
  return now;
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Rows that go by their subject, quality or competence. */
function isNamedList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => isObject(entry) && nameOf(entry) !== '');
}

function nameOf(entry: Fields): string {
  return String(entry['subject'] ?? entry['name'] ?? '');
}

function byName(entries: readonly Fields[]): Map<string, Fields> {
  return new Map(entries.map((entry) => [nameOf(entry), entry]));
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
