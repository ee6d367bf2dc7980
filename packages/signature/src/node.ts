export { deriveMacKey } from './certificate/pkcs12/node-key-derivation.ts';
export { type KeyFile, openPkcs12 } from './certificate/pkcs12/node-open-pkcs12.ts';
export { nodeCrypto } from './crypto/node-crypto.ts';
export { keyFileSigner, privateKeyFromPkcs8, signData, signDigest } from './crypto/node-signing.ts';
export { nodePdfTools } from './pades/node-pdf-tools.ts';
