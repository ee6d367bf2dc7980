export * from './measure-hole.ts';
export * from './prepare-pades.ts';
export type { SignatureAppearance } from './signature-field.ts';
