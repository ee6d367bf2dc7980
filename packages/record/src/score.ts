declare const scoreBrand: unique symbol;

/** Điểm: a whole number of tenths, 0…100. Never a float (domain trap: 7.949999… loses a level). */
export type Score = number & { readonly [scoreBrand]: true };

/** @throws RangeError when `tenths` is not a whole number in 0…100. */
export function scoreFromTenths(tenths: number): Score {
  if (!Number.isInteger(tenths) || tenths < 0 || tenths > 100) throw new RangeError(`not a score: ${tenths} tenths`);
  return tenths as Score;
}

/** Reads "8", "8.5" or "8,5"; undefined for anything else. */
export function parseScore(text: string): Score | undefined {
  const match = /^(\d{1,2})(?:[.,](\d))?$/.exec(text.trim());
  if (!match) return undefined;
  const tenths = Number(match[1]) * 10 + Number(match[2] ?? '0');
  return tenths <= 100 ? (tenths as Score) : undefined;
}

/** "8" or "8,5": the decimal comma of Vietnamese forms. */
export function formatScore(score: Score): string {
  return score % 10 === 0 ? String(score / 10) : `${Math.floor(score / 10)},${score % 10}`;
}

export function isWholeScore(score: Score): boolean {
  return score % 10 === 0;
}
