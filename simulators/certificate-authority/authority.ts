/** The authority without a server: pure functions over keys, and a whole one in memory for tests. */
export * from './answer-ocsp.ts';
export * from './issue-certificate.ts';
export * from './issue-crl.ts';
export * from './issue-timestamp.ts';
export * from './keys.ts';
export * from './test-authority.ts';
