export * from './attributes.ts';
export * from './build-signed-data.ts';
export * from './check-signed-data.ts';
export * from './content-types.ts';
export * from './parse-signed-data.ts';
