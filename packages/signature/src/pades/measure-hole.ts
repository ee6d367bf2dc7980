import { parseCertificate } from '../certificate/index.ts';
import { assembleSignedData, buildSignedData, signatureTimestampAttribute } from '../cms/index.ts';
import { type CryptoPort, type SignatureAlgorithm, signatureAlgorithms } from '../crypto/index.ts';

export interface HoleInput {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  readonly timestampBytes?: number;
  readonly crypto: CryptoPort;
}

/** A token with its authority's certificate and its issuer's; for who has not seen one of the authority's own yet. */
const unseenTokenBytes = 6144;
/** Tokens of one authority differ by a few bytes: serial number, fractions of a second, a signature's leading zeros. */
const tokenVariation = 64;

/** Room for an authority's next token, from one it gave: for `DocumentTimestampInput.tokenBytes`. */
export function roomForToken(earlier: Uint8Array): number {
  return earlier.length + tokenVariation;
}

/** Signing 800 sheets by one certificate measures once; nothing but the input decides, so remembering changes nothing. */
const measured = new WeakMap<Uint8Array, Map<string, number>>();

/** The size of the finished CMS, found by building it with the longest signature the key can make. */
export function measureHole(input: HoleInput): number {
  const { certificate, chain, algorithm, timestampBytes = unseenTokenBytes } = input;
  const known = measured.get(certificate) ?? new Map<string, number>();
  measured.set(certificate, known);
  const chainBytes = chain.reduce((sum, { length }) => sum + length, 0);
  const about = `${algorithm} ${chain.length} ${chainBytes} ${timestampBytes}`;
  const bytes = known.get(about) ?? builtLength(input, timestampBytes);
  known.set(about, bytes);
  return bytes;
}

function builtLength(input: HoleInput, timestampBytes: number): number {
  const { certificate, chain, algorithm, crypto } = input;
  const digest = crypto.digest('sha-512', certificate);
  const signedData = { content: { detachedDigest: digestLike(input, digest) }, certificate, chain, algorithm };
  const { toBeSigned } = buildSignedData(signedData, crypto);
  const token = new Uint8Array(timestampBytes === 0 ? 0 : timestampBytes + tokenVariation);
  const cms = assembleSignedData({
    ...signedData,
    toBeSigned,
    signature: longestSignature(certificate, algorithm),
    unsignedAttributes: token.length === 0 ? [] : [signatureTimestampAttribute(token)],
  });
  return cms.length;
}

function digestLike({ algorithm }: HoleInput, digest: Uint8Array): Uint8Array {
  const lengths: Readonly<Record<string, number>> = { 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 };
  return digest.subarray(0, lengths[signatureAlgorithms[algorithm].digest ?? 'sha-512']);
}

/** RSA signatures are as long as the modulus, which is most of the key; others never longer than two P-521 scalars. */
function longestSignature(certificate: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array {
  const { family } = signatureAlgorithms[algorithm];
  if (family === 'rsa') return new Uint8Array(parseCertificate(certificate).spki.length);
  return new Uint8Array(family === 'ec' ? 132 : 64).fill(0xff);
}
