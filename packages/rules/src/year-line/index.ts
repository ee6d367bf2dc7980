export { type EvaluatedLine, evaluateLine, type LineOutcome, unreadableLine } from './evaluate-line.ts';
export type { LineProblem } from './line-reader.ts';
export { continuingFields } from './read-continuing-line.ts';
export { paperLineFields } from './read-paper-line.ts';
export { primaryFields } from './read-primary-line.ts';
export { secondaryFields } from './read-secondary-line.ts';
