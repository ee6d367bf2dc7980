export * from './algorithms.ts';
export * from './crypto-port.ts';
