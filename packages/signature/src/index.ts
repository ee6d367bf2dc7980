export * from './certificate/index.ts';
export * from './cms/index.ts';
export * from './crypto/index.ts';
export * from './der/index.ts';
export * from './errors.ts';
export * from './pades/index.ts';
export * from './pdf/index.ts';
export * from './signer.ts';
