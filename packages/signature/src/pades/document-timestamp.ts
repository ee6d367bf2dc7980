import type { CryptoPort } from '../crypto/index.ts';
import { SignatureError } from '../errors.ts';
import { type PdfTools, readFields, readPdf } from '../pdf/index.ts';
import { bytesBesideHole, type FileWithHole, fileWithHole, withHoleFilled } from './file-with-hole.ts';
import { documentTimestampEntries } from './signature-dictionary.ts';

export interface DocumentTimestampInput {
  readonly pdf: Uint8Array;
  readonly tools: PdfTools;
  readonly crypto: CryptoPort;
  /** New in this file, without '.'. */
  readonly fieldName: string;
  /** Room for the token; a little more than the authority's last one. */
  readonly tokenBytes: number;
}

/** A file that waits for the authority's token over `digest` (SHA-256). */
export interface PreparedDocumentTimestamp extends FileWithHole {
  readonly digest: Uint8Array;
}

/** A timestamp over the whole file: proof that all signatures and their evidence existed. @spec EN 319 142-1 5.4.3 */
export function prepareDocumentTimestamp(input: DocumentTimestampInput): PreparedDocumentTimestamp {
  const { crypto, fieldName, tokenBytes } = input;
  const file = readPdf(input.pdf, input.tools);
  if (readFields(file).some(({ name }) => name === fieldName)) throw new SignatureError('pdf-field-exists', fieldName);
  const hole = fileWithHole(file, {
    crypto,
    field: { fieldName, label: 'Dấu thời gian của tài liệu', certify: false, tools: input.tools },
    entries: documentTimestampEntries,
    holeBytes: tokenBytes,
  });
  return { ...hole, digest: crypto.digest('sha-256', bytesBesideHole(hole)) };
}

/** The timestamped file. Throws `pades-hole-too-small`. */
export function completeDocumentTimestamp(prepared: PreparedDocumentTimestamp, token: Uint8Array): Uint8Array {
  const room = (prepared.holeEnd - prepared.holeStart - 2) / 2;
  if (token.length > room) {
    throw new SignatureError('pades-hole-too-small', `token of ${token.length} bytes, room for ${room}`);
  }
  return withHoleFilled(prepared, token);
}
