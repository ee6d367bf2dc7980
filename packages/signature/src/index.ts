export * from './crypto/index.ts';
export * from './errors.ts';
export * from './signer.ts';
