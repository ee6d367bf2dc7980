export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Under this name stands a number with more than one decimal, or an exponent, as the text writes it: no float could. */
const inexact = '$number';
/** Every number outside strings with two decimals or an exponent matches; text inside strings may match as well. */
const perhapsInexact = /\d(?:\.\d\d|\.?[eE])|\.\d[eE]/;
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
const plainNumber = /^-?\d+(?:\.\d)?$/;

/**
 * One line of JSON, numbers exact: a number token with at most one decimal is the double nearest to it, from which
 * its tenths come back without loss; any other token is not turned into a double at all but kept as its text.
 * @throws SyntaxError when the text is no JSON.
 */
export function parseJsonLine(text: string): Json {
  return JSON.parse(perhapsInexact.test(text) ? withInexactNumbersQuoted(text) : text);
}

/** As the text writes it, where {@link parseJsonLine} kept the number apart. */
export function inexactNumber(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const kept = (value as JsonObject)[inexact];
  return typeof kept === 'string' ? kept : undefined;
}

/** Tenths of a number that {@link parseJsonLine} left as it is: 7.9 → 79. */
export function tenthsOf(value: number): number {
  return Math.round(value * 10);
}

function withInexactNumbersQuoted(text: string): string {
  return text.replace(tokens, (token) =>
    /^[-\d]/.test(token) && !plainNumber.test(token) && isNumber(token) ? `{"${inexact}":"${token}"}` : token,
  );
}

/** What JSON allows as a number, so that a broken line stays broken. */
function isNumber(token: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token);
}

/** Where a name stands twice in one object, of a text that is known to be JSON: JSON.parse keeps the last and says nothing. */
export function repeatedNames(text: string): readonly string[] {
  const open: OpenBracket[] = [];
  const repeated: string[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    const inside = open.at(-1);
    if (token === '{') open.push({ names: new Set(), at: '' });
    else if (token === '[') open.push({ names: undefined, at: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && typeof inside?.at === 'number') inside.at += 1;
    else if (token === ':' && inside?.names !== undefined) {
      const name: string = JSON.parse(last);
      inside.at = name;
      if (inside.names.has(name)) repeated.push(open.map(step).join('').slice(1));
      inside.names.add(name);
    }
    last = token;
  }
  return repeated;
}

/** An object or list that is being read, and the name or place in it that stands next. */
interface OpenBracket {
  readonly names: Set<string> | undefined;
  at: string | number;
}

function step({ at }: OpenBracket): string {
  return typeof at === 'number' ? `[${at}]` : `.${at}`;
}
