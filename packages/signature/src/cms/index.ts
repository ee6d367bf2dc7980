export * from './attributes.ts';
export * from './build-signed-data.ts';
export * from './content-types.ts';
