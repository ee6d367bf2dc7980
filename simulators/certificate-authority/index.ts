export type { GivenConfig } from './config.ts';
export { type CertificateAuthority, startCertificateAuthority } from './start.ts';
