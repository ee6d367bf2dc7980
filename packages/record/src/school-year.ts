/** Năm học, `2025-2026`. */
export type SchoolYear = string;

/** Two consecutive years, `2025-2026`. */
export function isSchoolYear(text: string): boolean {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
  return match !== null && Number(match[2]) === Number(match[1]) + 1;
}

/** "2025 – 2026", as forms print it. */
export function formatSchoolYear(year: SchoolYear): string {
  return year.replace('-', ' – ');
}
