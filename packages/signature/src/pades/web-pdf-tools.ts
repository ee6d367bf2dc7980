import { md5 } from '@noble/hashes/legacy.js';
import { Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit } from 'pako';
import type { PdfTools } from '../pdf/index.ts';

const pieceBytes = 64 * 1024;

/** zlib and MD5 where there is no Node, with the limit the caller sets. */
export const webPdfTools: PdfTools = {
  inflate: inflateWhole,
  md5,
};

function inflateWhole(deflated: Uint8Array, maximum: number): Uint8Array {
  const stream = new ZStream();
  zlibInflateInit(stream);
  stream.input = deflated;
  stream.avail_in = deflated.length;
  const pieces: Uint8Array[] = [];
  let status: number = Z_OK;
  while (status === Z_OK) {
    stream.output = new Uint8Array(pieceBytes);
    stream.next_out = 0;
    stream.avail_out = pieceBytes;
    status = zlibInflate(stream, Z_NO_FLUSH);
    pieces.push(stream.output.subarray(0, stream.next_out));
    if (stream.total_out > maximum) throw new Error(`inflates past ${maximum} bytes`);
  }
  if (status !== Z_STREAM_END) throw new Error(stream.msg || 'compressed data cut short');
  refuseTrailing(deflated.subarray(stream.next_in));
  return joined(pieces, stream.total_out);
}

/** Line ends before `endstream` are the file's, not the stream's. */
function refuseTrailing(rest: Uint8Array): void {
  if (rest.some((byte) => byte !== 0x0a && byte !== 0x0d)) {
    throw new Error('bytes after the end of the compressed data');
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
