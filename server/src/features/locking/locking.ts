import type { Cohort, Deadline } from '../../profile.ts';

export interface LockWish {
  readonly schoolYear: string;
  readonly cohort: Cohort;
  /** Needed for grades whose deadline has not been reached. */
  readonly reason?: string;
  /** Today in Vietnam. */
  readonly day: string;
}

export type LockDecision =
  | { readonly grades: readonly number[]; readonly effectiveDate: string; readonly source: string }
  | { readonly refusal: 'not-due'; readonly before: string | undefined };

export const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const shortestReason = 10;

/**
 * Which grades may be locked today: those whose deadline has been reached, or with a reason all. The lock gives records
 * their effective date, the day of the lock itself. @law KH 213/KH-BGDĐT PL 2.1: in force from the lock
 */
export function decideLock(deadlines: readonly Deadline[], wish: LockWish): LockDecision {
  const { day: effectiveDate, reason = '' } = wish;
  const due = grades.filter((grade) => isReached(deadlineFor(deadlines, wish, grade), wish.day));
  if (due.length > 0) return { grades: due, effectiveDate, source: sourceOf(deadlines, wish, due) };
  if (reason.trim().length >= shortestReason) {
    return { grades, effectiveDate, source: `Chốt trước hạn: ${reason.trim()}` };
  }
  return { refusal: 'not-due', before: deadlineFor(deadlines, wish, 1)?.before };
}

function isReached(deadline: Deadline | undefined, day: string): boolean {
  return deadline !== undefined && day >= deadline.before;
}

/** The deadline that singles the grade out, or the general one. */
function deadlineFor(
  deadlines: readonly Deadline[],
  { schoolYear, cohort }: LockWish,
  grade: number,
): Deadline | undefined {
  const fitting = deadlines.filter(
    (each) => each.schoolYear === schoolYear && each.cohort === cohort && each.step === 'schoolToRegistry',
  );
  return fitting.find((each) => each.grades?.includes(grade)) ?? fitting.find((each) => each.grades === undefined);
}

function sourceOf(deadlines: readonly Deadline[], wish: LockWish, due: readonly number[]): string {
  const sources = due.flatMap((grade) => deadlineFor(deadlines, wish, grade)?.source ?? []);
  return [...new Set(sources)].join('; ').slice(0, 500);
}
