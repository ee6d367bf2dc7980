export { readTrustDirectory, TrustDirectoryError } from './node-trust-directory.ts';
export { nodeVerifyTools } from './node-verify-tools.ts';
