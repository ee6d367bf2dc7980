import { defined } from '../certificate/extensions.ts';
import { SignatureError } from '../errors.ts';
import { defaultValidationPolicy } from './default-policy.ts';
import type { DigestRule, KeyRule, KeyRuleFamily, SignatureLevel, ValidationPolicy } from './validation-policy.ts';

const levels: readonly SignatureLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA'];
const families: readonly KeyRuleFamily[] = ['rsa', 'rsa-pss', 'ecdsa', 'dsa', 'ed25519'];
const known = new Set([
  'name',
  'digests',
  'keys',
  'requiredLevel',
  'certificatePolicies',
  'revocationFreshnessHours',
  'transforms',
]);

/**
 * Reads a policy file (docs/formats/signature-policy-file.md); what it leaves out is as in the default policy. A word it
 * does not know is refused: a misspelt rule would silently not hold. Throws `policy-malformed` naming every problem.
 */
export function parseValidationPolicy(json: string): ValidationPolicy {
  const given = parsed(json);
  const problems: string[] = Object.keys(given).flatMap((key) => (known.has(key) ? [] : [`unknown field ${key}`]));
  const reader = new FieldReader(given, problems);
  const hours = reader.positiveNumber('revocationFreshnessHours');
  const requiredLevel = reader.oneOf('requiredLevel', levels);
  const policy = {
    name: reader.text('name') ?? 'unnamed',
    digests: reader.list('digests', digestRule) ?? defaultValidationPolicy.digests,
    keys: reader.list('keys', keyRule) ?? defaultValidationPolicy.keys,
    transforms: reader.list('transforms', text) ?? defaultValidationPolicy.transforms,
    ...defined({
      requiredLevel,
      certificatePolicies: reader.list('certificatePolicies', oid),
      revocationFreshness: hours === undefined ? undefined : hours * 3_600_000,
    }),
  };
  if (problems.length > 0) throw new SignatureError('policy-malformed', problems.join('; '));
  return policy;
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(json: string): Fields {
  try {
    const value: unknown = JSON.parse(json);
    if (isFields(value)) return value;
  } catch (error) {
    throw new SignatureError('policy-malformed', String(error));
  }
  throw new SignatureError('policy-malformed', 'not a JSON object');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads fields and collects what is wrong with them, so that all of it is told at once. */
class FieldReader {
  readonly #fields: Fields;
  readonly #problems: string[];

  constructor(fields: Fields, problems: string[]) {
    this.#fields = fields;
    this.#problems = problems;
  }

  text(key: string): string | undefined {
    return this.#checked(key, text);
  }

  positiveNumber(key: string): number | undefined {
    return this.#checked(key, (value) => (typeof value === 'number' && value > 0 ? value : undefined));
  }

  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined {
    return this.#checked(key, (value) => values.find((one) => one === value));
  }

  list<T>(key: string, read: (value: unknown) => T | undefined): readonly T[] | undefined {
    return this.#checked(key, (value) => {
      const items = Array.isArray(value) ? value.map(read) : [undefined];
      return items.every((item) => item !== undefined) ? items : undefined;
    });
  }

  #checked<T>(key: string, read: (value: unknown) => T | undefined): T | undefined {
    const value = this.#fields[key];
    if (value === undefined || value === null) return undefined;
    const result = read(value);
    if (result === undefined) this.#problems.push(`${key} is not as it must be`);
    return result;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function oid(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-2](\.(0|[1-9]\d*))+$/.test(value) ? value : undefined;
}

function day(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && isDay(value));
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function digestRule(value: unknown): DigestRule | undefined {
  if (!isFields(value) || !day(value['until'])) return undefined;
  const name = text(value['name']);
  return name === undefined ? undefined : { name, ...endAndSource(value) };
}

function keyRule(value: unknown): KeyRule | undefined {
  if (!isFields(value) || !day(value['until'])) return undefined;
  const family = families.find((one) => one === value['family']);
  const { minimumBits } = value;
  if (family === undefined || typeof minimumBits !== 'number' || !(minimumBits > 0)) return undefined;
  return { family, minimumBits, ...endAndSource(value) };
}

function endAndSource(value: Fields): { until?: string; source?: string } {
  return defined({ until: text(value['until']), source: text(value['source']) });
}
