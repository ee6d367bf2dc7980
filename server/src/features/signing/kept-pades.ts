import type { PreparedPades, SignatureAlgorithm } from '@hocba/signature';
import type { FileStore } from '../../platform/files/file-store.ts';

/** A PreparedPades at rest: the file with its empty place lies in the file store under `pdfDigest`, the rest is small. Bytes are base64. */
export interface KeptPades {
  readonly pdfDigest: string;
  readonly holeStart: number;
  readonly holeEnd: number;
  readonly contentDigest: string;
  readonly toBeSigned: string;
  readonly toBeSignedDigest: string;
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly algorithm: SignatureAlgorithm;
}

/** The file is on disk when it resolves. */
export async function keepPades(files: FileStore, prepared: PreparedPades): Promise<KeptPades> {
  const { holeStart, holeEnd, algorithm } = prepared;
  return {
    pdfDigest: await files.put(prepared.pdf),
    holeStart,
    holeEnd,
    contentDigest: text(prepared.contentDigest),
    toBeSigned: text(prepared.toBeSigned),
    toBeSignedDigest: text(prepared.toBeSignedDigest),
    certificate: text(prepared.certificate),
    chain: prepared.chain.map(text),
    algorithm,
  };
}

/** All that `completePades` needs. @throws Error when the file is gone or altered. */
export async function loadPades(files: FileStore, kept: KeptPades): Promise<PreparedPades> {
  const { holeStart, holeEnd, algorithm } = kept;
  return {
    pdf: await files.get(kept.pdfDigest),
    holeStart,
    holeEnd,
    contentDigest: bytes(kept.contentDigest),
    toBeSigned: bytes(kept.toBeSigned),
    toBeSignedDigest: bytes(kept.toBeSignedDigest),
    certificate: bytes(kept.certificate),
    chain: kept.chain.map(bytes),
    algorithm,
  };
}

/** What the signature is over: DER of the signed attributes. */
export function keptPadesToBeSigned(kept: KeptPades): Uint8Array {
  return bytes(kept.toBeSigned);
}

function text(of: Uint8Array): string {
  return Buffer.from(of).toString('base64');
}

function bytes(of: string): Uint8Array {
  return new Uint8Array(Buffer.from(of, 'base64'));
}
