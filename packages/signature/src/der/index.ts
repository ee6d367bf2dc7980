export { derFromBer } from './from-ber.ts';
export * from './reader.ts';
export * from './simple-values.ts';
export * from './tags.ts';
export * as writeDer from './writer.ts';
