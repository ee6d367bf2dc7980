export * from './check-trusted-list.ts';
export * from './parse-trust-store.ts';
export * from './parse-trusted-list.ts';
export * from './trust-store.ts';
export type * from './trusted-list.ts';
