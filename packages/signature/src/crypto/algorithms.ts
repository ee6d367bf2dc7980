/** SHA-1 only to name things made long ago (OCSP certificate ids, PDF VRI keys); never to accept a signature. */
export type DigestAlgorithm = 'sha-256' | 'sha-384' | 'sha-512' | 'sha-1';

export type SignatureAlgorithm =
  | 'rsa-sha256'
  | 'rsa-sha384'
  | 'rsa-sha512'
  | 'rsa-pss-sha256'
  | 'rsa-pss-sha384'
  | 'rsa-pss-sha512'
  | 'ecdsa-sha256'
  | 'ecdsa-sha384'
  | 'ecdsa-sha512'
  | 'ed25519';

export type KeyFamily = 'rsa' | 'ec' | 'ed25519';

export interface SignatureAlgorithmFacts {
  readonly family: KeyFamily;
  /** Absent where the algorithm hashes by itself (Ed25519). */
  readonly digest?: DigestAlgorithm;
  readonly padding?: 'pkcs1' | 'pss';
  /** `ds:SignatureMethod/@Algorithm`, RFC 9231. */
  readonly xmlUri: string;
  /** signatureAlgorithm of X.509 and CMS. */
  readonly oid: string;
}

const xml2001 = 'http://www.w3.org/2001/04/xmldsig-more#';
const xml2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
const pss = '1.2.840.113549.1.1.10';

/** Every algorithm this package makes or accepts; what is not here is refused. @spec TS 119 312 */
export const signatureAlgorithms: Readonly<Record<SignatureAlgorithm, SignatureAlgorithmFacts>> = {
  'rsa-sha256': rsa('sha-256', `${xml2001}rsa-sha256`, '1.2.840.113549.1.1.11'),
  'rsa-sha384': rsa('sha-384', `${xml2001}rsa-sha384`, '1.2.840.113549.1.1.12'),
  'rsa-sha512': rsa('sha-512', `${xml2001}rsa-sha512`, '1.2.840.113549.1.1.13'),
  'rsa-pss-sha256': { ...rsa('sha-256', `${xml2007}sha256-rsa-MGF1`, pss), padding: 'pss' },
  'rsa-pss-sha384': { ...rsa('sha-384', `${xml2007}sha384-rsa-MGF1`, pss), padding: 'pss' },
  'rsa-pss-sha512': { ...rsa('sha-512', `${xml2007}sha512-rsa-MGF1`, pss), padding: 'pss' },
  'ecdsa-sha256': { family: 'ec', digest: 'sha-256', xmlUri: `${xml2001}ecdsa-sha256`, oid: '1.2.840.10045.4.3.2' },
  'ecdsa-sha384': { family: 'ec', digest: 'sha-384', xmlUri: `${xml2001}ecdsa-sha384`, oid: '1.2.840.10045.4.3.3' },
  'ecdsa-sha512': { family: 'ec', digest: 'sha-512', xmlUri: `${xml2001}ecdsa-sha512`, oid: '1.2.840.10045.4.3.4' },
  ed25519: { family: 'ed25519', xmlUri: 'http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519', oid: '1.3.101.112' },
};

function rsa(digest: DigestAlgorithm, xmlUri: string, oid: string): SignatureAlgorithmFacts {
  return { family: 'rsa', digest, padding: 'pkcs1', xmlUri, oid };
}

export interface DigestAlgorithmFacts {
  readonly length: number;
  readonly xmlUri: string;
  readonly oid: string;
}

export const digestAlgorithms: Readonly<Record<DigestAlgorithm, DigestAlgorithmFacts>> = {
  'sha-256': { length: 32, xmlUri: 'http://www.w3.org/2001/04/xmlenc#sha256', oid: '2.16.840.1.101.3.4.2.1' },
  'sha-384': { length: 48, xmlUri: `${xml2001}sha384`, oid: '2.16.840.1.101.3.4.2.2' },
  'sha-512': { length: 64, xmlUri: 'http://www.w3.org/2001/04/xmlenc#sha512', oid: '2.16.840.1.101.3.4.2.3' },
  'sha-1': { length: 20, xmlUri: 'http://www.w3.org/2000/09/xmldsig#sha1', oid: '1.3.14.3.2.26' },
};

export function signatureAlgorithmByXmlUri(uri: string): SignatureAlgorithm | undefined {
  return signatureNames.find((name) => signatureAlgorithms[name].xmlUri === uri);
}

export function digestAlgorithmByXmlUri(uri: string): DigestAlgorithm | undefined {
  return digestNames.find((name) => digestAlgorithms[name].xmlUri === uri);
}

export function digestAlgorithmByOid(oid: string): DigestAlgorithm | undefined {
  return digestNames.find((name) => digestAlgorithms[name].oid === oid);
}

/** The digest a signer is handed for this algorithm. Ed25519 hashes by itself and has none: SHA-512 names its own. */
export function digestOf(algorithm: SignatureAlgorithm): DigestAlgorithm {
  return signatureAlgorithms[algorithm].digest ?? 'sha-512';
}

const signatureNames = Object.keys(signatureAlgorithms) as readonly SignatureAlgorithm[];
const digestNames = Object.keys(digestAlgorithms) as readonly DigestAlgorithm[];
