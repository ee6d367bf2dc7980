/** The validation processes of EN 319 102-1 over what a format’s reader found. */
export type { JudgementFinding, ValidationSubIndication } from './conclusion.ts';
export * from './etsi-report.ts';
export { judgeSignature } from './judge-signature.ts';
export type { ProofOfExistence } from './proofs-of-existence.ts';
export type * from './signature-evidence.ts';
export type * from './signature-judgement.ts';
export type { TrustedAnchor, ValidationContext } from './validation-context.ts';
export {
  joinMaterial,
  noMaterial,
  type RawMaterial,
  readMaterial,
  type ValidationMaterial,
} from './validation-material.ts';
