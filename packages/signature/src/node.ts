export { nodeCrypto } from './crypto/node-crypto.ts';
export { keyFileSigner, privateKeyFromPkcs8, signData, signDigest } from './crypto/node-signing.ts';
export { nodePdfTools } from './pades/node-pdf-tools.ts';
