/** What a browser brings: Web Crypto, digests and zlib without Node. */
export { webCrypto } from './crypto/web-crypto.ts';
export { webPdfTools } from './pades/web-pdf-tools.ts';
