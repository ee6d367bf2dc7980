import { invalidRequest } from './csc-error.ts';

/** A request's body or query, not yet trusted. */
export class RequestFields {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(given: unknown) {
    this.#fields = typeof given === 'object' && given !== null ? { ...given } : {};
  }

  /** @throws CscError */
  string(name: string): string {
    const value = this.optionalString(name);
    if (value === undefined || value === '') throw invalidRequest(`Missing (or invalid type) string parameter ${name}`);
    return value;
  }

  /** @throws CscError when there but no string. */
  optionalString(name: string): string | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw invalidRequest(`Missing (or invalid type) string parameter ${name}`);
    return value;
  }

  /** @throws CscError */
  oneOf<T extends string>(name: string, allowed: readonly T[], absent?: T): T {
    const value = this.optionalString(name) ?? absent;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw invalidRequest(`Invalid parameter ${name}: one of ${allowed.join(', ')}`);
    return found;
  }

  /** @throws CscError */
  positiveInteger(name: string): number {
    const value = this.#fields[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
      throw invalidRequest(`Missing (or invalid type) integer parameter ${name}`);
    }
    return value;
  }

  /** @throws CscError when there but no positive integer. */
  optionalPositiveInteger(name: string): number | undefined {
    return this.#fields[name] === undefined ? undefined : this.positiveInteger(name);
  }

  boolean(name: string): boolean {
    return this.#fields[name] === true;
  }

  /** @throws CscError */
  strings(name: string): string[] {
    const value = this.#fields[name];
    if (!Array.isArray(value) || !value.every((entry): entry is string => typeof entry === 'string')) {
      throw invalidRequest(`Missing (or invalid type) array parameter ${name}`);
    }
    return value;
  }

  /** Members that are objects themselves. @throws CscError */
  objects(name: string): RequestFields[] {
    const value = this.#fields[name];
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'object' && entry !== null)) {
      throw invalidRequest(`Missing (or invalid type) array parameter ${name}`);
    }
    return value.map((entry) => new RequestFields(entry));
  }
}
