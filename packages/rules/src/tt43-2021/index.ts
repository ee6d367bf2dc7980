export type { ContinuingYearInput, ContinuingYearOutcome } from './continuing-year.ts';
export { evaluateContinuingYear } from './evaluate-continuing-year.ts';
export * from './parameters.ts';
