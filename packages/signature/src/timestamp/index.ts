export { namesItsAuthority } from './authority-name.ts';
export * from './check-timestamp.ts';
export { earlierOf } from './timestamp-order.ts';
export * from './timestamp-request.ts';
export * from './timestamp-response.ts';
export * from './timestamp-token.ts';
