export { deriveMacKey } from './certificate/pkcs12/node-key-derivation.ts';
export { type KeyFile, openPkcs12 } from './certificate/pkcs12/node-open-pkcs12.ts';
export { checkedSigner, requireDigests } from './crypto/node-checked-signer.ts';
export { nodeCrypto } from './crypto/node-crypto.ts';
export { digestInfo, keyFileSigner, privateKeyFromPkcs8, signData, signDigest } from './crypto/node-signing.ts';
export { type DigestToVerify, verifyDigest } from './crypto/node-verify-digest.ts';
export { nodePdfTools } from './pades/node-pdf-tools.ts';
