export { digestDates, keyDates } from './algorithm-dates.ts';
export * from './crypto-suitability.ts';
export { defaultValidationPolicy } from './default-policy.ts';
export { parseValidationPolicy } from './parse-policy.ts';
export type * from './validation-policy.ts';
