export * from './check-crl.ts';
export * from './check-ocsp.ts';
export { type Crl, type CrlEntry, parseCrl } from './crl.ts';
export type { EvidenceCheck, RevocationEvidence } from './evidence.ts';
export * from './ocsp-request.ts';
export * from './ocsp-response.ts';
export type { RevocationReason } from './revocation-reason.ts';
export * from './revocation-status.ts';
