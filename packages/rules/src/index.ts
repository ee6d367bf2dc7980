export * from './check-against-rules.ts';
export * from './circulars.ts';
export type * from './condition.ts';
export * from './evaluate-year.ts';
export type { DataProblem, Datum, Decision, LawCitation, MissingDatum, Reason, ReasonInput } from './reason.ts';
export type { RuleFinding } from './rule-finding.ts';
export * from './tt22-2021/index.ts';
export * from './tt27-2020/index.ts';
export * from './year-line/index.ts';
