import { assembleSignedData, buildSignedData, signatureTimestampAttribute } from '../cms/index.ts';
import {
  type CryptoPort,
  digestOf,
  ecdsaToDer,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { type PdfFile, type PdfTools, readFields, readPdf } from '../pdf/index.ts';
import {
  bytesBesideHole,
  type FileWithHole,
  fileWithHole,
  type HoleFileInput,
  withHoleFilled,
} from './file-with-hole.ts';
import { measureHole } from './measure-hole.ts';
import { signatureEntries } from './signature-dictionary.ts';
import type { ReservedField, SignatureAppearance } from './signature-field.ts';

export interface PreparePadesInput {
  readonly pdf: Uint8Array;
  readonly tools: PdfTools;
  readonly crypto: CryptoPort;
  /** Partial field name, without '.'; new in this file, or reserved and still empty. */
  readonly fieldName: string;
  /** Only for the first signature of a file: afterwards nothing but signatures and their evidence may be added. */
  readonly certify?: { readonly docMdp: 2 };
  readonly signerName: string;
  readonly reason?: string;
  readonly location?: string;
  /** UTC to the second: 2026-05-29T08:15:00Z. */
  readonly signingTime: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /** How long the authority's tokens are, from one it gave; 0 when none will be added. */
  readonly timestampBytes?: number;
  /** Instead of the measured size. */
  readonly holeBytes?: number;
  readonly appearance?: SignatureAppearance;
  /** Places for signatures to come that will show themselves; those after a certification can only stand in these. */
  readonly reserved?: readonly ReservedField[];
}

/** A file with an empty place for its signature; plain data, so that it may wait in a database for the signatory. */
export interface PreparedPades extends FileWithHole {
  readonly contentDigest: Uint8Array;
  /** DER of the signed attributes: what the signature is over. */
  readonly toBeSigned: Uint8Array;
  /** Its digest by the algorithm's own digest, for `Signer.signDigests`. */
  readonly toBeSignedDigest: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
}

/**
 * Adds a signature field to a file by incremental update and says what is to be signed. Throws SignatureError:
 * `pdf-…` for a file that may not be signed, `pdf-field-exists`, `pades-malformed` for a certification that comes second.
 * @spec EN 319 142-1 5.3, 6.3
 */
export function preparePades(input: PreparePadesInput): PreparedPades {
  const { crypto, algorithm, certificate, chain } = input;
  const file = readPdf(input.pdf, input.tools);
  refuseImpossibleField(file, input);
  const hole = fileWithHole(file, holeInput(input));
  const contentDigest = crypto.digest(digestOf(algorithm), bytesBesideHole(hole));
  const signedData = { content: { detachedDigest: contentDigest }, certificate, chain, algorithm };
  const { toBeSigned, digestToBeSigned: toBeSignedDigest } = buildSignedData(signedData, crypto);
  return { ...hole, contentDigest, toBeSigned, toBeSignedDigest, certificate, chain, algorithm };
}

/**
 * The signed file. The signature is as a Signer gives it (ECDSA as r‖s); the token is over `signatureValueForTimestamp`.
 * `pades-hole-too-small` when the result does not fit: prepare again with the `timestampBytes` the message names.
 */
export function completePades(prepared: PreparedPades, signature: Uint8Array, timestampToken?: Uint8Array): Uint8Array {
  const { algorithm, certificate, chain, contentDigest, toBeSigned, holeStart, holeEnd } = prepared;
  const cms = assembleSignedData({
    content: { detachedDigest: contentDigest },
    certificate,
    chain,
    algorithm,
    toBeSigned,
    signature,
    unsignedAttributes: timestampToken === undefined ? [] : [signatureTimestampAttribute(timestampToken)],
  });
  const room = (holeEnd - holeStart - 2) / 2;
  if (cms.length > room) {
    const token = timestampToken?.length ?? 0;
    throw new SignatureError('pades-hole-too-small', `${cms.length} bytes, room for ${room}; token of ${token} bytes`);
  }
  return withHoleFilled(prepared, cms);
}

/** What the signature timestamp is over: the signature as it stands in the CMS (ECDSA in DER). @spec EN 319 122-1 5.3 */
export function signatureValueForTimestamp(signature: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array {
  return signatureAlgorithms[algorithm].family === 'ec' ? ecdsaToDer(signature) : signature;
}

function holeInput(input: PreparePadesInput): HoleFileInput {
  const { crypto, tools, fieldName, signerName, appearance, reserved, holeBytes } = input;
  const certify = input.certify !== undefined;
  return {
    crypto,
    field: {
      ...{ fieldName, label: `Chữ ký số: ${signerName}`, certify, tools },
      ...(appearance && { appearance }),
      ...(reserved && { reserved }),
    },
    entries: signatureEntries({ ...input, certify }),
    holeBytes: holeBytes ?? measureHole(input),
  };
}

function refuseImpossibleField(file: PdfFile, { fieldName, certify, reserved = [] }: PreparePadesInput): void {
  const fields = readFields(file);
  const names = [fieldName, ...reserved.map((one) => one.fieldName)];
  if (names.some((name) => name === '' || name.includes('.')))
    throw new SignatureError('pades-malformed', 'field name with a dot');
  const known = fields.find(({ name }) => names.includes(name));
  const isEmpty = known?.name === fieldName && known.type === 'Sig' && known.value === undefined;
  if (known !== undefined && !isEmpty) throw new SignatureError('pdf-field-exists', known.name);
  const signed = fields.some(({ type, value }) => type === 'Sig' && value !== undefined);
  if (certify !== undefined && (signed || file.catalog.entries.has('Perms'))) {
    throw new SignatureError('pades-malformed', 'only the first signature of a file can certify it');
  }
}
