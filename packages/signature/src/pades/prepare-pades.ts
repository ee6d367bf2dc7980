import { assembleSignedData, buildSignedData, signatureTimestampAttribute } from '../cms/index.ts';
import {
  type CryptoPort,
  digestOf,
  ecdsaToDer,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { IncrementalUpdate } from '../pdf/incremental-update.ts';
import { type PdfFile, type PdfTools, readFields, readPdf } from '../pdf/index.ts';
import { concatBytes, hexBytes, latin1Bytes } from '../pdf/text-bytes.ts';
import { measureHole } from './measure-hole.ts';
import { encodeRegionMap, type Region, regionMapLength, regionsOfFile } from './region-map.ts';
import { byteRangeText, type SignatureDictionaryText, signatureDictionaryText } from './signature-dictionary.ts';
import { putSignatureField, type SignatureAppearance } from './signature-field.ts';

export interface PreparePadesInput {
  readonly pdf: Uint8Array;
  readonly tools: PdfTools;
  readonly crypto: CryptoPort;
  /** Partial field name, without '.'; new in this file. */
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
}

/** A file with an empty place for its signature; plain data, so that it may wait in a database for the signatory. */
export interface PreparedPades {
  readonly pdf: Uint8Array;
  /** Of the `<` and after the `>` of /Contents. */
  readonly holeStart: number;
  readonly holeEnd: number;
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
  const { pdf, holeStart, holeEnd } = fileWithHole(file, input);
  const covered = concatBytes(pdf.subarray(0, holeStart), pdf.subarray(holeEnd));
  const contentDigest = crypto.digest(digestOf(algorithm), covered);
  const signedData = { content: { detachedDigest: contentDigest }, certificate, chain, algorithm };
  const { toBeSigned, digestToBeSigned: toBeSignedDigest } = buildSignedData(signedData, crypto);
  return { pdf, holeStart, holeEnd, contentDigest, toBeSigned, toBeSignedDigest, certificate, chain, algorithm };
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
  const pdf = prepared.pdf.slice();
  pdf.set(hexBytes(cms), holeStart + 1);
  return pdf;
}

/** What the signature timestamp is over: the signature as it stands in the CMS (ECDSA in DER). @spec EN 319 122-1 5.3 */
export function signatureValueForTimestamp(signature: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array {
  return signatureAlgorithms[algorithm].family === 'ec' ? ecdsaToDer(signature) : signature;
}

function refuseImpossibleField(file: PdfFile, { fieldName, certify }: PreparePadesInput): void {
  const fields = readFields(file);
  if (fieldName === '' || fieldName.includes('.')) throw new SignatureError('pades-malformed', 'field name with a dot');
  if (fields.some(({ name }) => name === fieldName)) throw new SignatureError('pdf-field-exists', fieldName);
  const signed = fields.some(({ type, value }) => type === 'Sig' && value !== undefined);
  if (certify !== undefined && (signed || file.catalog.entries.has('Perms'))) {
    throw new SignatureError('pades-malformed', 'only the first signature of a file can certify it');
  }
}

function fileWithHole(file: PdfFile, input: PreparePadesInput): Pick<PreparedPades, 'pdf' | 'holeStart' | 'holeEnd'> {
  const { crypto, certify } = input;
  const update = new IncrementalUpdate(file);
  const signatureNumber = update.reserve();
  const { fieldName, appearance } = input;
  const label = `Chữ ký số: ${input.signerName}`;
  putSignatureField(file, update, {
    fieldName,
    label,
    signatureNumber,
    certify: certify !== undefined,
    ...(appearance && { appearance }),
  });
  const regions = regionsBefore(file, update);
  const dictionary = signatureDictionaryText({
    ...input,
    certify: certify !== undefined,
    holeBytes: input.holeBytes ?? measureHole(input),
    regionMapBytes: regionMapLength(regions),
  });
  const idSource = concatBytes(firstId(file), update.added(), latin1Bytes(input.signingTime));
  const changedId = crypto.digest('sha-256', idSource);
  const signatureAt = update.position;
  const textAt = update.put({ number: signatureNumber, text: dictionary.text });
  const tailAt = update.position;
  const pdf = update.close(changedId.subarray(0, 16));
  const all = completeRegions(regions, { signatureAt, tailAt, end: pdf.length });
  return filled(pdf, { dictionary, textAt, map: encodeRegionMap(all, pdf, crypto) });
}

/** What is of this file alone: its identifier where it has one. */
function firstId(file: PdfFile): Uint8Array {
  const [first] = file.items(file.trailer.entries.get('ID'));
  return first?.kind === 'string' ? first.bytes : file.bytes;
}

/** Regions of what no earlier signature has mapped, then room for this revision's three: its objects, the signature, the tail. */
function regionsBefore(file: PdfFile, update: IncrementalUpdate): readonly Region[] {
  const signed = readFields(file).filter(({ type, value }) => type === 'Sig' && value !== undefined);
  const mapped = signed.length === 0 ? 0 : file.revisions.length;
  const start = file.bytes.length;
  return [
    ...(mapped === 0 ? regionsOfFile(file, 0) : []),
    { kind: 'form', page: 0, start, end: update.position },
    { kind: 'signature', page: 0, start: update.position, end: 0 },
    { kind: 'crossReference', page: 0, start: 0, end: 0 },
  ];
}

function completeRegions(
  regions: readonly Region[],
  { signatureAt, tailAt, end }: { signatureAt: number; tailAt: number; end: number },
): readonly Region[] {
  return [
    ...regions.slice(0, -2),
    { kind: 'signature', page: 0, start: signatureAt, end: tailAt },
    { kind: 'crossReference', page: 0, start: tailAt, end },
  ];
}

function filled(
  pdf: Uint8Array,
  { dictionary, textAt, map }: { dictionary: SignatureDictionaryText; textAt: number; map: Uint8Array },
): Pick<PreparedPades, 'pdf' | 'holeStart' | 'holeEnd'> {
  const holeStart = textAt + dictionary.contentsAt;
  const holeEnd = pdf.indexOf(0x3e, holeStart) + 1;
  pdf.set(hexBytes(map), textAt + dictionary.regionMapAt);
  pdf.set(latin1Bytes(byteRangeText(holeStart, holeEnd, pdf.length)), textAt + dictionary.byteRangeAt);
  return { pdf, holeStart, holeEnd };
}
