export * from './algorithm-identifier.ts';
export * from './algorithms.ts';
export * from './crypto-port.ts';
export * from './digest-source.ts';
export * from './digest-text.ts';
export * from './ecdsa-encoding.ts';
export * from './historic-algorithms.ts';
export * from './public-key.ts';
