export type * from './certificate.ts';
export { type DistinguishedName, sameName, writeName } from './distinguished-name.ts';
export { keyUsageBits } from './extensions.ts';
export type { GeneralName } from './general-name.ts';
export * from './object-identifiers.ts';
export { parseCertificate } from './parse-certificate.ts';
export { decodePem, encodePem } from './pem.ts';
